// Package extract reads the articles out of one capture: it tells what the
// bytes are, decodes them with a map back to the capture, and hands them to
// the reader of HTML or of plain text.
package extract

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/markup"
)

// Version is raised when a page may read differently. 1: the first. 2: blocks
// held against what the body's own elements say, posts of programs no table
// knows, articles within posts, times told as so long ago. 3: the day of
// publication chosen among all that a page gives. 4: what a post quotes of another
// stands in it; both passes count. 5: what a page shows only once its scripts have
// run is read out of their data; threads of which nothing says that they are. 6:
// comments under questions and answers are posts. 7: threads of which nothing says
// that they are are known by elements that name members and days. 8: what stands
// at the ends of texts, places beside writers and dates, blocks of quotation that
// hold a repost. 9: who wrote a post and when, where its editor, the last poster
// or its words in an element called a post stand beside it; pages too dense for
// their length are skips. 10: threads saved as text; what is said to the reader at
// the ends of texts. 11: pages laid out in tables and fonts; titles and outlets by
// the part of the head's title that the page prints. 12: standfirsts of HTML,
// comments below articles, outlets beside the headline in the head's title. 13: subjects, dates
// and senders of letters.
const Version = "13"

// The limits of a page. Longer ones are skips that say so.
const (
	// MaxBytes is the longest payload read: reading takes up to ten times its
	// size in memory.
	MaxBytes = 64 << 20
	// MaxRecoded is the longest payload read that is not UTF-8: the map from
	// its decoded bytes back to the capture has an entry a letter.
	MaxRecoded = 8 << 20
)

// Read returns the articles of a capture in order of their slots, and what was
// not read. It never fails: a page that cannot be read is a skip.
func Read(c *stemma.Capture, body []byte) ([]stemma.Article, []stemma.Skip) {
	articles, why := read(c, body)
	if len(articles) == 0 {
		if why == "" {
			why = "no article found: the page has no stretch of readable text"
		}
		return nil, []stemma.Skip{stemma.NewSkip(c.Page, "extract", why)}
	}
	finish(c, articles)
	return articles, nil
}

// Whole takes all the text of a payload for one article: text that is no page,
// handed to a stage as it is. Blank lines part its paragraphs; where there are
// none, lines do.
func Whole(c *stemma.Capture, body []byte) ([]stemma.Article, []stemma.Skip) {
	text, why := block.Text{}, ""
	if len(body) > MaxBytes {
		why = fmt.Sprintf("too large: %d bytes, and pages are read up to %d", len(body), MaxBytes)
	} else if why = binary(body); why == "" {
		text, why = decode(block.Verbatim(string(body), 0), c.Charset)
	}
	if why == "" && strings.Trim(text.S, block.Space) == "" {
		why = "empty: the file holds no text"
	}
	if why != "" {
		return nil, []stemma.Skip{stemma.NewSkip(c.Page, "extract", why)}
	}
	ends := blankLines.FindAllStringIndex(text.S, -1)
	if len(ends) == 0 {
		ends = lineEnds.FindAllStringIndex(text.S, -1)
	}
	var paragraphs []block.Text
	at := 0
	for _, e := range append(ends, []int{len(text.S), len(text.S)}) {
		paragraphs = append(paragraphs, text.Slice(at, e[0]).Fold())
		at = e[1]
	}
	articles := []stemma.Article{{Kind: stemma.KindArticle, Slot: "main", Derived: stemma.Derived{By: stemma.By{Rule: "whole"}, Sure: 1}}}
	block.Compose(&articles[0], paragraphs)
	finish(c, articles)
	return articles, nil
}

var (
	blankLines = regexp.MustCompile(`\r?\n[ \t]*\r?\n`)
	lineEnds   = regexp.MustCompile(`\r?\n`)
)

// read returns the articles of a payload, or why there are none.
func read(c *stemma.Capture, body []byte) ([]stemma.Article, string) {
	if len(body) > MaxBytes {
		return nil, fmt.Sprintf("too large: %d bytes, and pages are read up to %d", len(body), MaxBytes)
	}
	if why := binary(body); why != "" {
		return nil, why
	}
	if isMail(body, c.Media == "message/rfc822") {
		return readMail(c, body)
	}
	if len(body) > thriftFrom {
		defer thrift()()
	}
	text, why := decode(block.Verbatim(string(body), 0), c.Charset)
	if why != "" {
		return nil, why
	}
	return readText(c, text, isHTML(text.S))
}

func readText(c *stemma.Capture, text block.Text, html bool) ([]stemma.Article, string) {
	if strings.Trim(text.S, block.Space) == "" {
		return nil, "empty: the file holds no text"
	}
	if why := notPage(text.S); why != "" {
		return nil, why
	}
	if html {
		return markup.Read(c, text)
	}
	if len(text.S) > dump.MaxBytes {
		return nil, fmt.Sprintf("too large: %d bytes of text, and text is read up to %d", len(text.S), dump.MaxBytes)
	}
	return dump.Read(c, text), ""
}

// finish fills what every reader leaves to the door.
func finish(c *stemma.Capture, articles []stemma.Article) {
	pageLang := ""
	for i := range articles {
		a := &articles[i]
		a.Type, a.Capture, a.Page = "article", c.ID, c.Page
		if a.ID == "" {
			a.ID = stemma.NewArticleID(c.ID, a.Slot)
		}
		if l := Language(a.Text); l != "" {
			a.Lang = l
		}
		if pageLang == "" {
			pageLang = a.Lang
		}
		a.By.Stage, a.By.Version = "extract", Version
		if a.By.Rule == "" {
			a.By.Rule = "read"
		}
		if a.Sure == 0 {
			a.Sure = 0.5
		}
		a.Since = 1
	}
	for i := range articles { // a post of three words is in the thread's language
		if articles[i].Lang == "" {
			articles[i].Lang = pageLang
		}
	}
}
