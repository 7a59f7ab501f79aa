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

// kept is an object of the page's data that has prose. A page may have many:
// what one says is read where it is wanted.
type kept struct {
	store *store
	v     value
	size  int32 // bytes of prose, as they stand there
	nth   int32 // the store's place among the stores
	key   string
	kind  string // its @type
	// It has an author, a time, a number.
	author, date, number bool
}

var noMarks = strings.NewReplacer("_", "", "-", "")

// members are the values of an object and their keys, as plainKey gives them.
type members struct {
	keys   []string
	values []value
}

func membersOf(v value) members {
	var m members
	if v.kind == '{' {
		for x := range v.items() {
			m.keys, m.values = append(m.keys, plainKey(x.key())), append(m.values, x)
		}
	}
	return m
}

// plainKey is a key without capitals, hyphens and underscores; of a long one
// nothing.
func plainKey(k string) string {
	if len(k) > 24 {
		return ""
	}
	return noMarks.Replace(lowered(k))
}

// first is the value of the first of names that is a key, and that name. A bare
// value of a few letters, null or true, is none.
func (m members) first(names []string) (value, string) {
	for _, n := range names {
		if i := slices.Index(m.keys, n); i >= 0 && (m.values[i].kind != 'x' || m.values[i].at.len() > 5) {
			return m.values[i], n
		}
	}
	return value{}, ""
}

// number is the value of the first key of numbers.
func (m members) number() value {
	for _, n := range numberKeys {
		if i := slices.Index(m.keys, n); i >= 0 {
			return m.values[i]
		}
	}
	return value{}
}

// id is the value of the first key of ids that is no object or list.
func (m members) id() value {
	for _, n := range idKeys {
		if i := slices.Index(m.keys, n); i >= 0 && m.values[i].kind != '{' && m.values[i].kind != '[' {
			return m.values[i]
		}
	}
	return value{}
}

// gather finds the objects with prose in all stores, in page order.
func (r *reader) gather(stores []store) []kept {
	var out []kept
	for i := range stores {
		s := &stores[i]
		s.all.walk(func(v value) {
			if k, ok := s.object(v); ok {
				k.nth = int32(i)
				out = append(out, k)
			}
		})
	}
	return out
}

// object reads v as one with prose.
func (s *store) object(v value) (kept, bool) {
	m := membersOf(v)
	k := kept{store: s, v: v}
	_, k.key, k.size = s.prose(m)
	if k.size == 0 {
		return kept{}, false
	}
	author, _ := m.first(authorKeys)
	date, _ := m.first(timeKeys)
	k.author, k.date, k.number = author.kind != 0, date.kind != 0, m.number().kind != 0
	if t, ok := v.get("@type"); ok {
		t.each(func(t value) {
			if k.kind == "" && t.kind == '"' {
				k.kind = s.text.S[t.at.from:t.at.to]
			}
		})
	}
	return k, true
}

// prose is the text of an object: the strings of each paragraph, or one string
// that is HTML or lines of text; the key they stand under, and their bytes.
func (s *store) prose(m members) (parts [][]value, key string, size int32) {
	for _, n := range textKeys {
		i := slices.Index(m.keys, n)
		if i < 0 {
			continue
		}
		if p := s.parts(m.values[i], 0); partsLen(p) > size {
			parts, key, size = p, n, partsLen(p)
			if m.values[i].kind == '"' {
				break
			}
		}
	}
	return parts, key, size
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
		m := membersOf(v)
		for _, n := range textKeys {
			if i := slices.Index(m.keys, n); i >= 0 {
				if p := s.parts(m.values[i], depth+1); p != nil {
					return p
				}
			}
		}
	case v.kind == '[':
		var out [][]value
		_, inline := v.first()
		for x := range v.items() {
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
	for x := range v.items() {
		if k := x.key(); (k == "text" || k == "value") && x.kind == '"' {
			return true
		}
	}
	return false
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

func partsLen(parts [][]value) int32 {
	n := int32(0)
	for _, p := range parts {
		for _, v := range p {
			n += int32(v.at.len())
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
			v, _ = v.first()
		case '{':
			v, _ = membersOf(v).first(nameKeys)
		case 'x':
			return s.text.Slice(int(v.at.from), int(v.at.to)).Trim()
		default:
			return block.Text{}
		}
	}
	return block.Text{}
}
