package main

import (
	"bytes"
	"net/url"
	"strings"

	readability "github.com/go-shiori/go-readability"
	"github.com/markusmobius/go-trafilatura"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/extract"
	"github.com/stemma-news/stemma/internal/score"
)

type reader struct {
	name string
	read func(score.ReadingPage) score.Reading
}

var readers = []reader{
	{"stemma", ours},
	{"go-trafilatura", func(p score.ReadingPage) score.Reading { return trafilaturaRead(p, false) }},
	{"go-trafilatura+fallback", func(p score.ReadingPage) score.Reading { return trafilaturaRead(p, true) }},
	{"go-readability", readabilityRead},
}

func ours(p score.ReadingPage) score.Reading {
	c := &stemma.Capture{ID: "c", Page: p.Name, URL: p.URL}
	articles, _ := extract.Read(c, p.HTML)
	return score.ReadingOf(articles)
}

func trafilaturaRead(p score.ReadingPage, fallback bool) score.Reading {
	u, _ := url.Parse(p.URL)
	r, err := trafilatura.Extract(bytes.NewReader(p.HTML), trafilatura.Options{OriginalURL: u, EnableFallback: fallback, ExcludeComments: true, Focus: trafilatura.Balanced})
	if err != nil || r == nil {
		return score.Reading{}
	}
	out := score.Reading{Title: r.Metadata.Title, Text: r.ContentText}
	if r.Metadata.Author != "" {
		out.Authors = strings.Split(r.Metadata.Author, "; ")
	}
	if !r.Metadata.Date.IsZero() {
		out.Date = r.Metadata.Date.Format("2006-01-02")
	}
	return out
}

func readabilityRead(p score.ReadingPage) score.Reading {
	u, _ := url.Parse(p.URL)
	r, err := readability.FromReader(bytes.NewReader(p.HTML), u)
	if err != nil {
		return score.Reading{}
	}
	out := score.Reading{Title: r.Title, Text: r.TextContent}
	if r.Byline != "" {
		out.Authors = []string{r.Byline}
	}
	if r.PublishedTime != nil {
		out.Date = r.PublishedTime.Format("2006-01-02")
	}
	return out
}
