package score

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/stemma-news/stemma"
)

// SummitSets are the files of stories/summit, by the short name that labels
// give them.
var SummitSets = []struct{ Name, File string }{
	{"census", "census_articles.csv"},
	{"helsinki", "helsinki-half.csv"},
	{"spotify", "spotify_articles.csv"},
}

// ReadSummit returns the articles of one file of stories/summit. The id is the
// set's name, a slash and the file's id. The text is the paragraphs, which the
// file parts by "###", with a blank line between each two: offsets in labels
// are bytes of that text.
func ReadSummit(data, name string) ([]*stemma.Article, error) {
	file := ""
	for _, s := range SummitSets {
		if s.Name == name {
			file = s.File
		}
	}
	f, err := os.Open(filepath.Join(data, "stories", "summit", file))
	if err != nil {
		return nil, fmt.Errorf("read summit: %w", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.LazyQuotes = true
	var out []*stemma.Article
	for n := 0; ; n++ {
		row, err := r.Read()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read summit: %w", err)
		}
		if n == 0 || len(row) < 4 {
			continue
		}
		out = append(out, NewArticle(name+"/"+row[0], row[1], strings.Split(row[3], "###")))
	}
}

// NewArticle makes an article of paragraphs, as a reader of pages would.
func NewArticle(id, outlet string, paragraphs []string) *stemma.Article {
	a := &stemma.Article{Type: "article", ID: id, Capture: "c" + id, Page: id, Kind: stemma.KindArticle, Slot: "main", Outlet: outlet}
	var b strings.Builder
	for _, p := range paragraphs {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(p)
		a.Paragraphs = append(a.Paragraphs, stemma.Span{Start: start, End: b.Len()})
	}
	a.Text = b.String()
	return a
}

// translationLines is how many lines make one text of the translations.
const translationLines = 20

// ReadTranslations returns pairs of texts of 20 lines each: the same lines of a
// source in two independent English translations.
func ReadTranslations(data, lang string) (out [][2]*stemma.Article, err error) {
	var refs [2][]string
	for i, ref := range []string{"A", "B"} {
		body, err := os.ReadFile(filepath.Join(data, "translations", "newstest2021."+lang+"-en.ref."+ref+".en"))
		if err != nil {
			return nil, fmt.Errorf("read translations: %w", err)
		}
		refs[i] = strings.Split(strings.TrimSpace(string(body)), "\n")
	}
	for i := 0; i+translationLines <= min(len(refs[0]), len(refs[1])); i += translationLines {
		var pair [2]*stemma.Article
		for k := range pair {
			pair[k] = NewArticle(fmt.Sprintf("%s/%d/%d", lang, i, k), fmt.Sprintf("translator %d", k), refs[k][i:i+translationLines])
		}
		out = append(out, pair)
	}
	return out, nil
}
