package score

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"unicode"
)

// ReadingPage is a page of one of the reading sets and what people say it
// holds. Fields a set does not have are empty.
type ReadingPage struct {
	Name string
	URL  string
	HTML []byte
	Text string // the body, all of it
	// With and Without are stretches that the body must have and must not.
	With, Without []string
	Title         string
	Authors       []string
	Date          string // YYYY-MM-DD
}

// ReadingSets are the sets ReadingPages knows.
var ReadingSets = []string{"wcxb-article", "wcxb-forum", "pages-2023", "trafilatura", "dates"}

// ReadingPages returns the pages of a set in order of their names.
func ReadingPages(dir, set string) ([]ReadingPage, error) {
	dir = filepath.Join(dir, "reading", set)
	read := map[string]func(string) ([]ReadingPage, error){
		"wcxb-article": readWCXB, "wcxb-forum": readWCXB, "pages-2023": read2023, "trafilatura": readSegments, "dates": readDated,
	}[set]
	if read == nil {
		return nil, fmt.Errorf("read reading set %q: not one of %v", set, ReadingSets)
	}
	pages, err := read(dir)
	if err != nil {
		return nil, fmt.Errorf("read reading set %s: %w", set, err)
	}
	sort.Slice(pages, func(i, j int) bool { return pages[i].Name < pages[j].Name })
	return pages, nil
}

func readWCXB(dir string) ([]ReadingPage, error) {
	archives, err := filepath.Glob(filepath.Join(dir, "*.tar.xz"))
	if err != nil || len(archives) != 1 {
		return nil, fmt.Errorf("want one archive in %s, have %d", dir, len(archives))
	}
	files, err := ReadTarXZ(archives[0])
	if err != nil {
		return nil, err
	}
	html := map[string][]byte{}
	for _, f := range files {
		if strings.HasSuffix(f.Name, ".html.gz") {
			z, err := gzip.NewReader(bytes.NewReader(f.Body))
			if err != nil {
				return nil, err
			}
			body, err := io.ReadAll(z)
			if err != nil {
				return nil, err
			}
			html[strings.TrimSuffix(path.Base(f.Name), ".html.gz")] = body
		}
	}
	var pages []ReadingPage
	for _, f := range files {
		name := strings.TrimSuffix(path.Base(f.Name), ".json")
		body, ok := html[name]
		if !ok || !strings.HasSuffix(f.Name, ".json") {
			continue
		}
		var g struct {
			URL   string `json:"url"`
			Truth struct {
				Title, Author, Content string
				Date                   string   `json:"publish_date"`
				Main                   string   `json:"main_content"`
				With                   []string `json:"with"`
				Without                []string `json:"without"`
			} `json:"ground_truth"`
		}
		if err := json.Unmarshal(f.Body, &g); err != nil {
			return nil, fmt.Errorf("read %s: %w", f.Name, err)
		}
		p := ReadingPage{Name: name, URL: g.URL, HTML: body, Text: g.Truth.Main, Title: g.Truth.Title, Date: day(g.Truth.Date), With: g.Truth.With, Without: g.Truth.Without}
		if g.Truth.Author != "" {
			p.Authors = []string{g.Truth.Author}
		}
		pages = append(pages, p)
	}
	return pages, nil
}

func read2023(dir string) ([]ReadingPage, error) {
	html, err := readPages(filepath.Join(dir, "html.tar.xz"))
	if err != nil {
		return nil, err
	}
	var gold map[string]struct {
		Title, URL, ArticleBody, Date string
		Authors                       any
	}
	if err := readJSON(filepath.Join(dir, "articles.json"), &gold); err != nil {
		return nil, err
	}
	var pages []ReadingPage
	for name, g := range gold {
		body, ok := html[name+".html"]
		if !ok {
			continue
		}
		p := ReadingPage{Name: name, URL: g.URL, HTML: body, Text: g.ArticleBody, Title: g.Title, Date: day(g.Date)}
		switch v := g.Authors.(type) {
		case string:
			if v != "" {
				p.Authors = []string{v}
			}
		case []any:
			for _, x := range v {
				p.Authors = append(p.Authors, fmt.Sprint(x))
			}
		}
		pages = append(pages, p)
	}
	return pages, nil
}

func readSegments(dir string) ([]ReadingPage, error) {
	html := map[string][]byte{}
	for _, a := range []string{"tests-cache-html.tar.xz", "tests-eval-html.tar.xz"} {
		more, err := readPages(filepath.Join(dir, a))
		if err != nil {
			return nil, err
		}
		for n, b := range more {
			html[n] = b
		}
	}
	var gold map[string]struct {
		File          string
		With, Without []string
	}
	if err := readJSON(filepath.Join(dir, "evaldata.json"), &gold); err != nil {
		return nil, err
	}
	var pages []ReadingPage
	for url, g := range gold {
		if body, ok := html[g.File]; ok {
			pages = append(pages, ReadingPage{Name: g.File, URL: url, HTML: body, With: g.With, Without: g.Without})
		}
	}
	return pages, nil
}

func readDated(dir string) ([]ReadingPage, error) {
	html, err := readPages(filepath.Join(dir, "comparison-html.tar.xz"))
	if err != nil {
		return nil, err
	}
	rows, err := readTSV(filepath.Join(dir, "comparison-dates.tsv"))
	if err != nil {
		return nil, err
	}
	var pages []ReadingPage
	for _, r := range rows {
		if body, ok := html[r["file"]]; ok {
			pages = append(pages, ReadingPage{Name: r["file"], URL: r["url"], HTML: body, Date: day(r["date"])})
		}
	}
	return pages, nil
}

func readPages(archive string) (map[string][]byte, error) {
	files, err := ReadTarXZ(archive)
	if err != nil {
		return nil, err
	}
	pages := make(map[string][]byte, len(files))
	for _, f := range files {
		pages[path.Base(f.Name)] = f.Body
	}
	return pages, nil
}

// day is the first ten letters of a date, "" where they are no day.
func day(s string) string {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return ""
	}
	return s[:10]
}

// Words are the words of s as the reading sets count them: runs of letters,
// digits and underscores, in lower case.
func Words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
}
