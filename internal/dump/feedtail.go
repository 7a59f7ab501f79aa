package dump

import "strings"

// appeared are the words of the line that a common program puts below each
// entry of a feed, before and after the entry's title.
var appeared = [][2]string{
	{"the post ", " appeared first on "}, {"the post ", " first appeared on "}, {"the article ", " appeared first on "},
	{"l’article ", " est apparu en premier sur "}, {"l'article ", " est apparu en premier sur "}, {"l’article ", " est apparu en premier dans "}, {"cet article ", " est apparu en premier sur "},
	{"der beitrag ", " erschien zuerst auf "}, {"der beitrag ", " ist zuerst erschienen auf "},
	{"la entrada ", " se publicó primero en "}, {"la entrada ", " apareció primero en "},
	{"o post ", " apareceu primeiro em "}, {"o post ", " apareceu primeiro no "}, {"o conteúdo ", " aparece primeiro em "},
	{"l'articolo ", " proviene da "}, {"l’articolo ", " proviene da "}, {"il post ", " proviene da "}, {"l'articolo ", " sembra essere il primo su "},
	{"het bericht ", " verscheen eerst op "}, {"artykuł ", " pochodzi z serwisu "}, {"inlägget ", " dök först upp på "}, {"innlegget ", " dukket først opp på "}, {"indlægget ", " blev først udgivet på "},
	{"запись ", " впервые появилась "}, {"сообщение ", " появились сначала на "}, {"сообщение ", " появилось сначала на "}, {"запис ", " спершу з'явився на "}, {"yazı ", " ilk önce "},
}

// AppearedFirst reads the line below an entry of a feed that says where it
// stood first, "The post Bridge closed appeared first on Harbour News.": the
// outlet it names.
func AppearedFirst(s string) (outlet string, ok bool) {
	low := strings.ToLower(s)
	if len(s) > 600 || len(low) != len(s) {
		return "", false
	}
	for _, w := range appeared {
		if !strings.HasPrefix(low, w[0]) {
			continue
		}
		if i := strings.LastIndex(low, w[1]); i > 0 {
			return strings.Trim(s[i+len(w[1]):], " ."), true
		}
	}
	return "", false
}

func feedTail(s string) bool {
	_, ok := AppearedFirst(s)
	return ok
}
