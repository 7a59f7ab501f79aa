package main

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/stemma-news/stemma/internal/lang"
)

// marksFile keeps what a teacher made of the news of the data, without a word
// of it: for each article its number, and for each sentence, in bytes of the
// article without its white space, how much is passed over before it, the
// lengths of its words, and its names:
//
//	# 12
//	0 cdfa 0-2p 3-4l
//
// A length is a letter, a to z and A to Z for 1 to 52, or a number in brackets;
// names are persons, places (l) and organisations.
const marksFile = "internal/lang/train/silver.gz"

var kindOf = map[byte]string{'p': "PER", 'l': "LOC", 'o': "ORG"}

var letterOf = map[string]byte{lang.Person: 'p', lang.Place: 'l', lang.Organisation: 'o'}

// articles are the news that names are learnt from besides the sets: those of
// even places in the sets of pages and of one story.
func articles(dir string) ([]string, error) {
	out, err := pages(filepath.Join(dir, "reading", "pages-2023", "articles.json"))
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"helsinki-half", "census_articles", "spotify_articles"} {
		more, err := dumps(filepath.Join(dir, "stories", "summit", name+".csv"))
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// squeeze is s without its white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// marks writes marksFile from news whose names teacher.py marked.
func marks(args []string) error {
	fs := flag.NewFlagSet("marks", flag.ContinueOnError)
	dir := fs.String("data", os.Getenv("STEMMA_DATA"), "folder of the data")
	path := fs.String("silver", "", "file that teacher.py wrote")
	if err := fs.Parse(args); err != nil {
		return err
	}
	texts, err := readSilver(*path)
	if err != nil {
		return err
	}
	all, err := articles(*dir)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	n := 0
	for _, t := range texts {
		lines, ok := "", false
		for ; n < len(all) && !ok; n++ {
			if lines, ok = marksOf(squeeze(all[n]), t.Sentences); ok {
				fmt.Fprintf(z, "# %d\n%s", n, lines)
			}
		}
		if !ok {
			return fmt.Errorf("no article has the words of %q", t.Sentences[0].Text)
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(marksFile, b.Bytes(), 0o644)
}

// marksOf lays sentences on an article, and reports whether it has them all.
func marksOf(article string, sentences []lang.Tree) (string, bool) {
	var b strings.Builder
	at := 0
	for i := range sentences {
		t := &sentences[i]
		whole := strings.ReplaceAll(t.Text, " ", "")
		skip := strings.Index(article[at:], whole)
		if skip < 0 {
			return "", false
		}
		at += skip + len(whole)
		fmt.Fprintf(&b, "%d ", skip)
		for k := range t.Words {
			switch n := len(t.Form(k)); {
			case n <= 26:
				b.WriteByte(byte('a' + n - 1))
			case n <= 52:
				b.WriteByte(byte('A' + n - 27))
			default:
				fmt.Fprintf(&b, "(%d)", n)
			}
		}
		for _, n := range t.Names {
			fmt.Fprintf(&b, " %d-%d%c", n.From, n.To, letterOf[n.Kind])
		}
		b.WriteByte('\n')
	}
	return b.String(), true
}

// keptSilver reads marksFile with the articles it tells of.
func keptSilver(dir string) ([]lang.NameText, error) {
	all, err := articles(dir)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(marksFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", marksFile, err)
	}
	return readMarks(z, all)
}

func readMarks(r io.Reader, articles []string) ([]lang.NameText, error) {
	var out []lang.NameText
	article := ""
	sc := bufio.NewScanner(r)
	for line := 1; sc.Scan(); line++ {
		if n, ok := strings.CutPrefix(sc.Text(), "# "); ok {
			k, err := strconv.Atoi(n)
			if err != nil || k < 0 || k >= len(articles) {
				return nil, fmt.Errorf("read marks, line %d: there is no article %q", line, n)
			}
			article = squeeze(articles[k])
			out = append(out, lang.NameText{Weight: 1, Source: uner})
			continue
		}
		rows, rest, err := marked(sc.Text(), article)
		if err != nil || len(out) == 0 {
			return nil, fmt.Errorf("read marks, line %d: %v", line, err)
		}
		article = rest
		t, err := lang.ReadNames(strings.NewReader(rows))
		if err != nil {
			return nil, err
		}
		last := &out[len(out)-1]
		last.Sentences = append(last.Sentences, t...)
	}
	return out, sc.Err()
}

// marked reads a line of marks with the rest of its article: the words and
// tags of the sentence, one a line, and what of the article is left.
func marked(line, article string) (rows, rest string, err error) {
	f := strings.Fields(line)
	if len(f) < 2 {
		return "", "", fmt.Errorf("%d fields are too few", len(f))
	}
	take := func(n int) string {
		if n < 0 || n > len(article) {
			err, n = fmt.Errorf("the article is too short: not the one that was marked"), 0
		}
		s := article[:n]
		article = article[n:]
		return s
	}
	skip, err := strconv.Atoi(f[0])
	if err != nil {
		return "", "", err
	}
	take(skip)
	var words []string
	for l := f[1]; l != "" && err == nil; {
		c := l[0]
		l = l[1:]
		switch {
		case 'a' <= c && c <= 'z':
			words = append(words, take(int(c-'a')+1))
		case 'A' <= c && c <= 'Z':
			words = append(words, take(int(c-'A')+27))
		default:
			long, after, _ := strings.Cut(l, ")")
			n, bad := strconv.Atoi(long)
			if bad != nil {
				return "", "", bad
			}
			words = append(words, take(n))
			l = after
		}
	}
	if err != nil {
		return "", "", err
	}
	tags := make([]string, len(words))
	for _, n := range f[2:] {
		var from, to int
		var kind byte
		if _, err := fmt.Sscanf(n, "%d-%d%c", &from, &to, &kind); err != nil || from < 0 || from >= to || to > len(words) {
			return "", "", fmt.Errorf("%q is no name of %d words", n, len(words))
		}
		for i := from; i < to; i++ {
			tags[i] = "I-" + kindOf[kind]
		}
		tags[from] = "B-" + kindOf[kind]
	}
	var b strings.Builder
	for i, w := range words {
		fmt.Fprintf(&b, "%s\t%s\n", w, cmp.Or(tags[i], "O"))
	}
	return b.String(), article, nil
}
