package dump

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// isRelated reports whether s is a line to another article: "READ: ...", "Baca
// juga: ...". Those words followed by many others are a sentence.
func isRelated(s string) bool {
	p := prefixed(strings.TrimLeft(s, "•·-*>[(+|"+block.Space), relateds)
	if p == "" || len(s) > 240 {
		return false
	}
	if strings.HasSuffix(p, ":") || strings.HasSuffix(p, "：") {
		return true
	}
	// "Read ..." begins sentences too: a link has no stop at its end
	rest := strings.TrimSpace(s[min(len(s), len(p)):])
	switch p {
	case "read", "more from", "more":
		return false
	}
	return !strings.HasSuffix(rest, ".") && !strings.HasSuffix(rest, "”") && len(strings.Fields(rest)) <= 25
}

// label reports whether s begins with a word in brackets that says it is no
// part of the text: "[Newsletter] What moved markets today."
func label(s string) bool {
	if !strings.HasPrefix(s, "[") || len(s) > 200 {
		return false
	}
	w, _, ok := strings.Cut(s[1:], "]")
	return ok && labeled[strings.ToLower(strings.Trim(w, block.Space+":"))]
}

// isPromo reports whether s asks the reader to do something for the outlet:
// follow, subscribe, click.
func isPromo(s string) bool {
	return len(s) < 900 && containsOne(s, promos) != "" && !strings.HasPrefix(s, "\"") && !strings.HasPrefix(s, "“")
}

// isNotice reports whether s speaks of the text itself: how it was made,
// translated, corrected, by whom reported.
func isNotice(s string) bool {
	if len(s) > 700 {
		return false
	}
	if fullText.MatchString(s) && len(s) < 240 || contributed(s) || reportedFrom(s) || exchanged(s) || prevails(s) {
		return true
	}
	if containsOne(s, noticed) == "" {
		return false
	}
	p, at := firstOf(s, noticed)
	t := strings.TrimLeft(s, "([*–—-_"+block.Space)
	lead := len(s) - len(t)
	switch {
	case strings.HasPrefix(s, "(") && strings.HasSuffix(strings.TrimRight(s, "."), ")"), strings.HasPrefix(s, "["), strings.HasPrefix(s, "*"):
		return at-lead < 60
	case about(s):
		return true
	}
	return at == lead && (strings.HasSuffix(p, ":") || strings.HasPrefix(p, "with ") || strings.HasPrefix(p, "reporting") || strings.HasPrefix(p, "editing") ||
		strings.HasPrefix(p, "translated") || strings.HasPrefix(p, "traduit") || strings.HasPrefix(p, "traducido") || strings.HasPrefix(p, "übersetzt") || strings.HasPrefix(p, "перевод") ||
		strings.HasPrefix(p, "compiled") || strings.HasPrefix(p, "additional") || strings.HasPrefix(p, "writing") || p == "译自" || p == "编译自")
}

// fullText says that what follows is somebody's own words: "The following is the
// full text of a statement released today."
var fullText = regexp.MustCompile(`(?i)^(?:the following|below|here) (?:is|are) (?:the |a |an )?(?:[\w-]+ ){0,3}(?:text|transcript|translation) of\b[^:]*[.:]$`)

// firstOf returns which of the phrases stands first in s, and where.
func firstOf(s string, of []phrase) (first string, at int) {
	low := strings.ToLower(s)
	for _, x := range of {
		p := x.text
		i := strings.Index(low, p)
		if i >= 0 && (first == "" || i < at || i == at && len(p) > len(first)) && (i == 0 || !letterBefore(low, i) || p[0] >= 128) && ends(low[i:], p) {
			first, at = p, i
		}
	}
	return first, at
}

// contributed reports whether s names who helped with a report, or says that it
// was shortened: "Harbour Press writer Ann Example in Lisbon contributed to this
// report.", "This interview has been edited for length."
func contributed(s string) bool {
	if !strings.Contains(s, "ontribu") && !strings.Contains(s, "edited") {
		return false
	}
	return len(s) < 400 && contains(s, []string{"has been edited for length", "has been edited for clarity", "has been edited and condensed", "has been condensed and edited", "has been lightly edited", "contributed to this report", "contributed to this story", "contributed to this article", "contributed to this piece", "contributed to the report", "contributed reporting", "ont contribué à cet article", "a contribué à cet article"}) != "" && strings.Count(strings.TrimRight(s, ". )"), ". ") <= 1
}

// reportedFrom reports whether s says where the writers of a report were:
// "Example reported from Lisbon."
func reportedFrom(s string) bool {
	i := strings.Index(s, " reported from ")
	return i > 2 && i < 60 && len(s) < 120 && titled(s[:i]) && len(strings.Fields(s[:i])) <= 6 && strings.Count(s, ".") <= 2 && !strings.ContainsAny(s, ":;0123456789")
}

// exchanged reports whether s is the rate at which an agency turned one money
// into another: "($1 = 0.85 euros)".
func exchanged(s string) bool {
	t := strings.Trim(s, block.Space+".")
	return len(t) < 120 && strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") && strings.Contains(t, "=") && strings.ContainsAny(t, "0123456789")
}

// prevails reports whether s says which of two languages holds: "In the event
// of discrepancies the Danish text shall prevail."
func prevails(s string) bool {
	low := strings.ToLower(s)
	if len(s) > 400 {
		return false
	}
	holds := false
	for _, w := range []string{"shall prevail", "will prevail", "prevails", "takes precedence", "is authentic", "is authoritative", "is official", "is binding", "is legally binding", "fait foi", "fait seule foi", "ist maßgeblich", "ist verbindlich", "prevalece", "prevale", "имеет преимущественную силу", "unofficial translation", "courtesy translation", "translation of the original", "translation from the original"} {
		holds = holds || strings.Contains(low, w)
	}
	if !holds {
		return false
	}
	for _, w := range []string{"version", "text", "translation", "original", "fassung", "versión", "versione", "traduction", "текст"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// about reports whether a line names a text and how it was made: "This article
// was translated from ...", "... versions are automatically generated".
func about(s string) bool {
	low := strings.ToLower(head(s, 500))
	made := false
	for _, w := range []string{"automatic", "machine", "translat", "terjemah", "traduit", "traduct", "traducid", "traduzid", "übersetzt", "перевод", "переведен", "ترجم", "ai-generated", "generated by", "翻译", "翻訳", "has been updated", "was updated", "was amended", "been corrected", "not been edited", "earlier version", "syndicated feed", "first published"} {
		if strings.Contains(low, w) {
			made = true
			break
		}
	}
	if !made {
		return false
	}
	for _, w := range []string{"this article", "this story", "this report", "this version", "this page", "this translation", "versions are", "version is", "version of this", "edition is", "headline", "the original", "artikel ini", "berita ini", "cet article", "cette version", "dieser artikel", "dieser text", "este artículo", "esta nota", "este artigo", "questo articolo", "эта статья", "этот текст", "этот материал", "материал", "статья", "هذا المقال", "هذا النص", "本文", "この記事"} {
		if strings.Contains(low, w) {
			return true
		}
	}
	return false
}

// tail splits a remark in brackets off the end of a notice: "... language.
// (system supported by X)" -> "... language."
func tail(s string) string {
	t := strings.TrimRight(s, block.Space)
	if !strings.HasSuffix(t, ")") {
		return s
	}
	i := strings.LastIndexByte(t, '(')
	if i < 20 {
		return s
	}
	b := strings.TrimRight(t[:i], block.Space)
	if strings.HasSuffix(b, ".") || strings.HasSuffix(b, "。") {
		return b
	}
	return s
}

// notice takes line i in as a notice of a, with what it says of translation.
func (r *reader) notice(a *stemma.Article, i int) {
	r.role[i] = block.Notice
	s := tail(r.slice(i).S)
	a.Notices = append(a.Notices, s)
	r.candidate(a, "notice", s, "line", r.ls[i].Start, r.ls[i].End, true, "speaks of the text itself")
	if from := translatedFrom(s); from != "" && a.TranslatedFrom == "" {
		a.TranslatedFrom = from
		r.candidate(a, "translated_from", from, "notice", r.ls[i].Start, r.ls[i].End, true, "named as the language of the original")
	}
}

// noted adds line i, which is something else too, to a's notices.
func (r *reader) noted(a *stemma.Article, i int) {
	s := r.slice(i).S
	a.Notices = append(a.Notices, s)
	r.candidate(a, "notice", s, "line", r.ls[i].Start, r.ls[i].End, true, "speaks of the text itself")
}

// translatedFrom is the language a notice names as that of the original:
// "translated from Arabic", "see Indonesian as our main language".
func translatedFrom(s string) string {
	low := strings.ToLower(s)
	words := strings.FieldsFunc(low, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' && !unicode.IsMark(r) })
	for i, w := range words {
		code, ok := languages[strings.ReplaceAll(w, "’", "'")]
		if !ok {
			continue
		}
		after := strings.Join(words[i+1:min(len(words), i+5)], " ")
		before := strings.Join(words[max(0, i-4):i], " ")
		for _, m := range []string{"as our main", "as the main", "is the main", "as our original", "is the original", "original", "sebagai bahasa utama", "text prevail", "version prevail", "text shall prevail", "version shall prevail", "text will prevail", "version will prevail", "text takes precedence", "version takes precedence", "version is authentic", "text is authentic", "version is authoritative", "text is authoritative", "version is binding", "text is binding", "version is the", "fait foi", "version fait foi", "fassung ist", "text ist"} {
			if strings.HasPrefix(after, m) {
				return code
			}
		}
		for _, m := range []string{"from", "from the", "from the original", "from its original", "originally in", "originally written in", "originally published in", "original in", "written in", "dari", "dari bahasa", "traduit de", "traduit du", "aus dem", "del", "do", "dal", "uit het", "z", "с", "من", "عن"} {
			if before == m || strings.HasSuffix(before, " "+m) {
				if len(m) > 3 || contains(low, []string{"traduc", "traduz", "tradotto", "vertaald", "przet", "перев", "ترجم"}) != "" || strings.Contains(low, "tradu") || strings.Contains(low, "перев") || strings.Contains(low, "ترجم") {
					return code
				}
			}
		}
	}
	return ""
}
