package markup

import (
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// Names of the keys under which programs keep the text of an article, best first;
// who wrote it, when, its title. They are written without capitals, hyphens and
// underscores.
var (
	textKeys   = strings.Fields("articlebody cooked bodyhtml contenthtml htmlbody htmlcontent bodytext fulltext storybody posttext postbody postcontent contentelements body content selftext message text rendered html value comment blocks components paragraphs elements sections children")
	authorKeys = strings.Fields("author authors username authorname displayname byline bylines creator createdby user poster postedby writer owner contributors credits")
	nameKeys   = strings.Fields("name username displayname fullname title value text login nickname")
	timeKeys   = strings.Fields("datepublished publishedat createdat datecreated datepublishedat firstpublished publishdate publisheddate publicationdate postedat created createdutc createdate publishtime displaydate pubdate published date timestamp time postdate")
	titleKeys  = strings.Fields("headline title name headlines")
	linkKeys   = set("url href link permalink slug canonicalurl")
)

var noMarks = strings.NewReplacer("_", "", "-", "")

// plainKey is a key without capitals, hyphens and underscores; of a long one
// nothing.
func plainKey(k string) string {
	if len(k) > 24 {
		return ""
	}
	return noMarks.Replace(lowered(k))
}

// under is the value that an object has under the first of names. A bare one of a
// few letters, null or true, is none.
func (v value) under(names []string) (value, bool) {
	if v.kind != '{' {
		return value{}, false
	}
	for _, n := range names {
		for x := range v.items() {
			if (x.kind != 'x' || x.at.len() > 5) && plainKey(x.key()) == n {
				return x, true
			}
		}
	}
	return value{}, false
}

// listed reports whether an object is a story in a list of them.
func listed(v value) bool {
	title, link := false, false
	for x := range v.items() {
		if x.kind == '"' {
			k := plainKey(x.key())
			title = title || k == "title" || k == "headline"
			link = link || linkKeys[k]
		}
	}
	return title && link
}

// word is what a value says in a few words: a string, or that under a key of
// names, of a list the first.
func (s *store) word(v value) block.Text {
	for range 4 {
		switch v.kind {
		case '"':
			if t := paragraphsOf(s.str(v), 0); len(t) > 0 {
				return t[0]
			}
			return block.Text{}
		case '[':
			v, _ = v.first()
		case '{':
			v, _ = v.under(nameKeys)
		case 'x':
			return s.text.Slice(int(v.at.from), int(v.at.to)).Trim()
		default:
			return block.Text{}
		}
	}
	return block.Text{}
}
