package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/capture"
	"github.com/stemma-news/stemma/internal/pipeline"
	"github.com/stemma-news/stemma/internal/store"
)

// stageCommand is a command that runs one stage on files, without a record.
// show prints what it found.
func stageCommand(name, short string, show func(w *bufio.Writer, r *pipeline.Result) error) *cobra.Command {
	whole := false
	c := &cobra.Command{
		Use:   name + " FILE...",
		Short: short,
		Long: short + `.

A FILE is a page, a folder of pages, or the JSON lines of 'stemma extract'; "-"
is standard input. The output is JSON lines, the header first.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage(fmt.Errorf("%s takes files", name), "`stemma "+name+" FILE...`, with - for standard input")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			ran = true
			for _, a := range args {
				if isRecord(a) {
					return usage(fmt.Errorf("%s is a record, and %s takes pages", a, name), "`stemma show "+a+" "+shown(name)+"` shows what the record holds")
				}
			}
			in, err := gather(c.Context(), c.InOrStdin(), args, whole)
			if err != nil {
				return err
			}
			r := pipeline.Resolve(*in)
			for _, k := range r.Skips {
				fmt.Fprintf(os.Stderr, "stemma: not read: %s: %s (%s)\n", k.Page, k.Why, k.Stage)
			}
			if err := printing(c.OutOrStdout(), func(w *bufio.Writer) error { return show(w, r) }); err != nil {
				return err
			}
			if len(r.Articles) == 0 {
				return fail(errors.New("nothing could be read: no article was found"), "`--whole` takes a file that is no page for the text of an article")
			}
			return nil
		},
	}
	c.Flags().BoolVar(&whole, "whole", false, "take all of each FILE for the text of one article")
	return c
}

// shown is what `stemma show` calls that which a stage command finds.
func shown(stage string) string {
	if stage == "extract" || stage == "parse" {
		return "pages"
	}
	return stage
}

// gather finds the local facts of files.
func gather(ctx context.Context, stdin io.Reader, args []string, whole bool) (*pipeline.Input, error) {
	in := pipeline.NewInput(nil)
	seen := map[string]bool{}
	var jobs []*job
	add := func(p capture.Page) error {
		if p.Skip != nil {
			in.Skips = append(in.Skips, *p.Skip)
			return nil
		}
		jobs = append(jobs, &job{page: p, whole: whole})
		return nil
	}
	for _, a := range args {
		var body []byte
		if a == "-" {
			b, err := io.ReadAll(stdin)
			if err != nil {
				return nil, fail(fmt.Errorf("standard input cannot be read: %w", err), "")
			}
			body = b
		} else if lines, ok := peekLines(a); ok {
			body = lines
		}
		var err error
		switch {
		case isLines(body):
			var articles []stemma.Article
			if articles, err = articleLines(body); err == nil {
				jobs = append(jobs, &job{articles: articles})
			}
		case a == "-":
			err = capture.Bytes(ctx, "-", body, capture.Options{}, add)
		default:
			err = capture.Walk(ctx, []string{a}, capture.Options{}, add)
		}
		if err != nil {
			return nil, err
		}
	}
	runJobs(jobs)
	for _, j := range jobs {
		if j.c.ID != "" && seen[j.c.ID] {
			continue
		}
		seen[j.c.ID] = true
		in.Add(j.c, j.x, j.f)
	}
	return &in, nil
}

// job is one page, or articles that were read before, on their way.
type job struct {
	page     capture.Page
	whole    bool
	articles []stemma.Article
	c        stemma.Capture
	x        pipeline.Extracted
	f        pipeline.Found
}

func (j *job) run() {
	switch {
	case j.articles != nil:
		j.x.Articles = j.articles
	case j.whole:
		j.c = pipeline.Seal(j.page)
		j.x = pipeline.Whole(&j.c, j.page.Body)
	default:
		j.c = pipeline.Seal(j.page)
		j.x, _ = pipeline.Extract(&j.c, j.page.Body)
	}
	j.f, _ = pipeline.Find(j.x.Articles)
}

func runJobs(jobs []*job) {
	var wg sync.WaitGroup
	next := make(chan *job)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range next {
				j.run()
			}
		})
	}
	for _, j := range jobs {
		next <- j
	}
	close(next)
	wg.Wait()
}

// peekLines returns the content of a file of JSON lines of this program.
func peekLines(path string) ([]byte, bool) {
	f, err := os.Open(path)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := io.ReadFull(f, head)
	if !isLines(head[:n]) {
		return nil, false
	}
	rest, err := io.ReadAll(f)
	return append(head[:n:n], rest...), err == nil
}

// isLines reports whether content begins as JSON lines of this program do.
func isLines(b []byte) bool {
	b = bytes.TrimLeft(b, " \t\r\n")
	return bytes.HasPrefix(b, []byte(`{"type":"`)) || bytes.HasPrefix(b, []byte(`{"type": "`))
}

// articleLines takes the articles out of JSON lines. An article without the
// place of its words in a capture is taken as its own capture.
func articleLines(b []byte) ([]stemma.Article, error) {
	articles := []stemma.Article{}
	d := json.NewDecoder(bytes.NewReader(b))
	for n := 1; ; n++ {
		var a stemma.Article
		if err := d.Decode(&a); errors.Is(err, io.EOF) {
			return articles, nil
		} else if err != nil {
			return nil, fail(fmt.Errorf("line %d is no JSON line of an article: %w", n, err), "give the output of `stemma extract`, or a page")
		}
		if a.Type != "article" {
			continue
		}
		if a.Capture == "" {
			a.Capture = stemma.NewCaptureID(store.Digest([]byte(a.Text)), a.ID, nil)
		}
		if a.ID == "" {
			a.ID = stemma.NewArticleID(a.Capture, fmt.Sprint(n))
		}
		if a.Kind == "" {
			a.Kind = stemma.KindArticle
		}
		if len(a.Source) == 0 && a.Text != "" {
			a.Source = []stemma.Source{{Span: stemma.Span{End: len(a.Text)}, Range: stemma.Range{End: len(a.Text)}}}
		}
		articles = append(articles, a)
	}
}

// printLine prints one line.
func printLine(w *bufio.Writer, v any) error {
	b, err := stemma.Encode(v)
	if err != nil {
		return err
	}
	w.Write(b)
	return w.WriteByte('\n')
}

// printAll prints the header, then each article followed by its own lines, then
// the lines that join them.
func printAll(w *bufio.Writer, r *pipeline.Result, own func(article string) []any, joined []any) error {
	if err := printLine(w, stemma.NewHeader()); err != nil {
		return err
	}
	for _, a := range r.Articles {
		if err := printLine(w, a); err != nil {
			return err
		}
		for _, l := range own(a.ID) {
			if err := printLine(w, l); err != nil {
				return err
			}
		}
	}
	for _, l := range joined {
		if err := printLine(w, l); err != nil {
			return err
		}
	}
	return nil
}

// anys makes lines of any type of a list.
func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = list[i]
	}
	return out
}

// of groups lines by their article.
func of[T any](list []T, article func(*T) string) func(string) []any {
	by := map[string][]any{}
	for i := range list {
		by[article(&list[i])] = append(by[article(&list[i])], list[i])
	}
	return func(id string) []any { return by[id] }
}

func none(string) []any { return nil }
