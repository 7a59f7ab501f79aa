package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/stemma-news/stemma/internal/lang"
	"github.com/stemma-news/stemma/internal/text"
)

// newDocument stands between documents in what texts writes and -silver reads.
const newDocument = "# newdoc\n"

// texts prints sets for teacher.py: a word and its tag (IOB2) a line, an empty
// line after a sentence. "gum" are the names of GUM's entities, "news" the words
// of the articles of even places in the sets of pages and of one story.
func texts(what string, args []string) error {
	fs := flag.NewFlagSet("texts", flag.ContinueOnError)
	dir := fs.String("data", os.Getenv("STEMMA_DATA"), "folder of the data")
	if err := fs.Parse(args); err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	if what == "gum" {
		docs, err := gumSet(*dir, "gumfree-train")
		for _, d := range docs {
			for i := range d.Sentences {
				writeNames(w, &d.Sentences[i])
			}
		}
		return err
	}
	all, err := articles(*dir)
	if err != nil {
		return err
	}
	for _, a := range all {
		writeWords(w, a)
	}
	return nil
}

// pages reads the even articles of a file of them, by their keys.
func pages(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var all map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(b, &all); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var keys []string
	for k := range all {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out []string
	for i := 0; i < len(keys); i += 2 {
		out = append(out, all[keys[i]].ArticleBody)
	}
	return out, nil
}

// dumps reads the even rows of a table whose last column is the text.
func dumps(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	var out []string
	for i := 1; i < len(rows); i += 2 {
		out = append(out, strings.ReplaceAll(rows[i][len(rows[i])-1], " ### ", "\n\n"))
	}
	return out, nil
}

// writeWords writes the running text of an English article: sentences that
// end and are not all names and numbers.
func writeWords(w *bufio.Writer, s string) {
	words, english := 0, 0
	var b strings.Builder
	for _, x := range text.Sentences(s) {
		spans := text.Tokens(nil, s, x.Start, x.End)
		if len(spans) < 5 || len(spans) > 100 {
			continue
		}
		low := 0
		for _, t := range spans {
			words++
			switch strings.ToLower(s[t.Start:t.End]) {
			case "the", "of", "to", "a", "and", "in":
				english++
			}
			if s[t.Start] >= 'a' && s[t.Start] <= 'z' {
				low++
			}
		}
		end := spans[len(spans)-1]
		if low*2 < len(spans) || !strings.ContainsAny(s[end.Start:end.End], ".?!\"”") {
			continue
		}
		for _, t := range spans {
			fmt.Fprintf(&b, "%s\tO\n", strings.Join(strings.Fields(s[t.Start:t.End]), ""))
		}
		b.WriteString("\n")
	}
	if english*10 >= words {
		w.WriteString(b.String() + newDocument)
	}
}

func writeNames(w *bufio.Writer, t *lang.Tree) {
	tags := make([]string, len(t.Words))
	short := map[string]string{lang.Person: "PER", lang.Place: "LOC", lang.Organisation: "ORG"}
	for _, n := range t.Names {
		for i := n.From; i < n.To; i++ {
			tags[i] = "I-" + short[n.Kind]
		}
		tags[n.From] = "B-" + short[n.Kind]
	}
	for i, tag := range tags {
		if tag == "" {
			tag = "O"
		}
		fmt.Fprintf(w, "%s\t%s\n", t.Form(i), tag)
	}
	fmt.Fprintln(w)
}
