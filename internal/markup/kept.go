package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// Names of the keys under which programs keep the text of an article or post,
// best first; who wrote it, when, its title, number and id. They are written
// without capitals, hyphens and underscores.
var (
	textKeys   = strings.Fields("articlebody cooked bodyhtml contenthtml htmlbody htmlcontent bodytext fulltext storybody posttext postbody postcontent contentelements body content selftext message text rendered html value comment blocks components paragraphs elements sections children")
	authorKeys = strings.Fields("author authors username authorname displayname byline bylines creator createdby user poster postedby writer owner contributors credits")
	nameKeys   = strings.Fields("name username displayname fullname title value text login nickname")
	timeKeys   = strings.Fields("datepublished publishedat createdat datecreated datepublishedat firstpublished publishdate publisheddate publicationdate postedat created createdutc createdate publishtime displaydate pubdate published date timestamp time postdate")
	titleKeys  = strings.Fields("headline title name headlines")
	numberKeys = strings.Fields("postnumber number position")
	idKeys     = strings.Fields("postid commentid id")
	linkKeys   = set("url href link permalink slug canonicalurl")
)

// kept is an object of the page's data that has prose: each part of it is the
// strings of one paragraph, or one string that is HTML or lines of text.
type kept struct {
	store  *store
	nth    int // the store's place among the stores
	parts  [][]value
	size   int // bytes, as they stand there
	key    string
	kind   string // its @type
	from   int32
	author value
	date   value
	title  value
	number value
	id     value
}

var noMarks = strings.NewReplacer("_", "", "-", "")

// plainKeys are the keys of an object as plainKey gives them.
func plainKeys(v value) []string {
	keys := make([]string, len(v.keys))
	for i, k := range v.keys {
		keys[i] = plainKey(k)
	}
	return keys
}

// plainKey is a key without capitals, hyphens and underscores; of a long one
// nothing.
func plainKey(k string) string {
	if len(k) > 24 {
		return ""
	}
	return noMarks.Replace(lowered(k))
}

// fields is the value of the first of names that is a key of v, and that name.
// keys are v's as plainKeys gives them. A bare value of a few letters, null or
// true, is none.
func fields(keys []string, v value, names []string) (value, string) {
	for _, n := range names {
		if i := slices.Index(keys, n); i >= 0 && (v.items[i].kind != 'x' || v.items[i].at.len() > 5) {
			return v.items[i], n
		}
	}
	return value{}, ""
}

// gather finds the objects with prose in all stores, in page order.
func (r *reader) gather(stores []store) []kept {
	var out []kept
	for i := range stores {
		s := &stores[i]
		var walk func(v value)
		walk = func(v value) {
			if v.kind == '{' {
				if k, ok := s.object(v); ok {
					k.nth = i
					out = append(out, k)
				}
			}
			for _, x := range v.items {
				if x.kind == '{' || x.kind == '[' {
					walk(x)
				}
			}
		}
		walk(s.all)
	}
	return out
}

// object reads v as one with prose.
func (s *store) object(v value) (kept, bool) {
	if len(v.keys) == 0 {
		return kept{}, false
	}
	keys := plainKeys(v)
	k := kept{store: s, from: v.at.from}
	for _, n := range textKeys {
		i := slices.Index(keys, n)
		if i < 0 {
			continue
		}
		if parts := s.parts(v.items[i], 0); partsLen(parts) > k.size {
			k.parts, k.size, k.key = parts, partsLen(parts), n
			if v.items[i].kind == '"' {
				break
			}
		}
	}
	if k.size == 0 {
		return kept{}, false
	}
	k.author, _ = fields(keys, v, authorKeys)
	k.date, _ = fields(keys, v, timeKeys)
	k.title, _ = fields(keys, v, titleKeys)
	for _, n := range numberKeys {
		if i := slices.Index(keys, n); i >= 0 {
			k.number = v.items[i]
			break
		}
	}
	for _, n := range idKeys {
		if i := slices.Index(keys, n); i >= 0 && v.items[i].kind != '{' && v.items[i].kind != '[' {
			k.id = v.items[i]
			break
		}
	}
	if t, ok := v.get("@type"); ok {
		t.each(func(t value) {
			if k.kind == "" && t.kind == '"' {
				k.kind = s.text.S[t.at.from:t.at.to]
			}
		})
	}
	return k, true
}

// maxParts is how deep the parts of a text may stand in each other.
const maxParts = 12

// parts are the paragraphs of a value that holds text: a string; an object with
// one under a key of text; a list of such, each a paragraph. A list whose items
// have titles and addresses of their own is one of stories, not of paragraphs.
func (s *store) parts(v value, depth int) [][]value {
	switch {
	case v.kind == '"' && v.at.len() > 0:
		return [][]value{{v}}
	case depth > maxParts:
		return nil
	case v.kind == '{':
		keys := plainKeys(v)
		for _, n := range textKeys {
			if i := slices.Index(keys, n); i >= 0 {
				if p := s.parts(v.items[i], depth+1); p != nil {
					return p
				}
			}
		}
	case v.kind == '[':
		var out [][]value
		inline := len(v.items) > 0
		for _, x := range v.items {
			if x.kind != '{' {
				inline = false
				if x.kind == '"' && strings.IndexByte(s.text.S[x.at.from:x.at.to], ' ') < 0 {
					continue // a list of words: kinds, classes
				}
			} else if listed(x) {
				return nil
			} else if !leaf(x) {
				inline = false
			}
			out = append(out, s.parts(x, depth+1)...)
		}
		if inline && depth > 0 { // the pieces of one paragraph: [{"text":"It "},{"text":"ran.","bold":true}]
			var one []value
			for _, p := range out {
				one = append(one, p...)
			}
			return [][]value{one}
		}
		return out
	}
	return nil
}

// leaf reports whether an object of a list is a piece of a line: it has a string
// of text and none under it.
func leaf(v value) bool {
	for i, k := range v.keys {
		if (k == "text" || k == "value") && v.items[i].kind == '"' {
			return true
		}
	}
	return false
}

// listed reports whether an object is a story in a list of them.
func listed(v value) bool {
	title, link := false, false
	for i, k := range v.keys {
		if v.items[i].kind == '"' {
			k = plainKey(k)
			title = title || k == "title" || k == "headline"
			link = link || linkKeys[k]
		}
	}
	return title && link
}

func partsLen(parts [][]value) int {
	n := 0
	for _, p := range parts {
		for _, v := range p {
			n += v.at.len()
		}
	}
	return n
}

// word is what a value says in a few words: a string, or that under a key of
// names, of a list the first.
func (s *store) word(v value) block.Text {
	for range 4 {
		switch v.kind {
		case '"':
			if t := paragraphsOf(s.str(v), 0); len(t) > 0 {
				return t[0].Text
			}
			return block.Text{}
		case '[':
			if len(v.items) == 0 {
				return block.Text{}
			}
			v = v.items[0]
		case '{':
			v, _ = fields(plainKeys(v), v, nameKeys)
		case 'x':
			return s.text.Slice(int(v.at.from), int(v.at.to)).Trim()
		default:
			return block.Text{}
		}
	}
	return block.Text{}
}
