package markup

import (
	"strings"

	"github.com/zeebo/xxh3"
)

// saying is what the words of one attribute say.
type saying struct {
	score float32
	bits  int32
	kind  uint64 // the same for "post odd" and "post even p1234"
}

// findBoxes finds the elements that blocks are of or in: what stands within a
// block, a link, a word in bold, says nothing by its class.
func (f *features) findBoxes() {
	p := f.p
	f.box = make([]int32, len(p.nodes))
	for i := range p.blocks {
		for e := p.blocks[i].node; e >= 0 && f.box[e] == 0; e = p.nodes[e].parent {
			f.box[e] = 1
		}
	}
	for e, in := range f.box {
		f.box[e] = -1
		if in > 0 {
			f.box[e] = int32(len(f.boxes))
			f.boxes = append(f.boxes, int32(e))
		}
	}
}

// classAt is what the class words of box n say.
func (f *features) classAt(n int32) *classScore { return &f.class[f.box[n]] }

// classes scores the class words of every box.
func (f *features) classes() {
	p := f.p
	f.findBoxes()
	f.class = make([]classScore, len(f.boxes))
	seen := map[string]saying{}
	f.kinds = make([]uint64, len(f.boxes))
	for k, i := range f.boxes {
		own := saying{kind: uint64(p.nodes[i].tag) + 1}
		at := p.nodes[i].attrs
		for _, a := range p.attrs[at.from:at.to] {
			if a.key != keyClass && a.key != keyID && a.key != keyItemprop && a.key != keyRole && a.key != keyTestID {
				continue
			}
			v := p.src[a.val.from:a.val.to]
			if v == "" || len(v) > 400 {
				continue
			}
			s, ok := seen[v]
			if !ok {
				s.score, s.bits = f.classOf(v)
				s.kind = kindOf(v)
				seen[v] = s
			}
			own.score += s.score
			own.bits |= s.bits
			if a.key == keyClass {
				own.kind += s.kind
			}
		}
		f.kinds[k] = own.kind
		f.class[k].own = own.score
		f.class[k].bits = own.bits | f.own(i)
	}
	for k := range f.boxes {
		f.inherit(k)
	}
	for k, a := range f.apartFrom(f.best) {
		f.class[k].apart = a
	}
}

// apartFrom tells of each box what those around it say but the element
// best, those around that, and others of the kinds of these.
func (f *features) apartFrom(best int32) []apart {
	p := f.p
	path := map[uint64]bool{}
	for n := best; n >= 0; n = p.nodes[n].parent {
		if k := f.box[n]; k >= 0 {
			path[f.kinds[k]] = true
		}
	}
	out := make([]apart, len(f.boxes))
	for i := range out {
		if up := p.nodes[f.boxes[i]].parent; up >= 0 {
			out[i] = out[f.box[up]]
		}
		if path[f.kinds[i]] {
			continue
		}
		a, c := &out[i], &f.class[i]
		a.bits |= c.bits
		a.depth++
		a.sum += c.own
		a.low, a.high = min(a.low, c.own), max(a.high, c.own)
	}
	return out
}

// row appends what a says.
func (a *apart) row(out []float32) []float32 {
	for _, bit := range apartBits {
		out = append(out, flag(a.bits&bit != 0))
	}
	return append(out, a.sum, a.low, a.high, float32(a.depth))
}

// inherit adds what the elements around say to what box i says.
func (f *features) inherit(i int) {
	n, c := &f.p.nodes[f.boxes[i]], &f.class[i]
	c.around = c.bits
	if n.parent >= 0 {
		up := f.classAt(n.parent)
		c.near, c.sum, c.low, c.high, c.n = up.near, up.sum, up.low, up.high, up.n
		c.around |= up.around
		c.lists = up.lists
	}
	if n.tag == tagUL || n.tag == tagOL {
		c.lists++
	}
	if c.own != 0 {
		c.near = c.own
		c.sum += c.own
		c.low, c.high = min(c.low, c.own), max(c.high, c.own)
		c.n++
	}
}

// kindOf is a key of the values of a class attribute but those that tell
// elements of one kind apart: a number in them, odd and even.
func kindOf(v string) uint64 {
	var k uint64
	for w := range strings.FieldsSeq(v) {
		switch w {
		case "odd", "even", "first", "last", "alt":
			continue
		}
		if !strings.ContainsAny(w, "0123456789") {
			k += xxh3.HashString(w)
		}
	}
	return k
}

// classOf is the sum of what the words of an attribute say, of each the
// strongest: "entry-content clearfix" is of two values, of three words.
func (f *features) classOf(v string) (sum float32, bits int32) {
	eachClassWord(v, func(w string) {
		sum += f.know.class(w)
		bits |= threadWords[w]
	})
	return max(-6, min(6, sum)), bits
}

// threadWords are words of classes that posts and comments have on the pages
// of many programs.
var threadWords = map[string]int32{
	"post": inPost, "posts": inPost, "postbody": inPost, "message": inPost, "messages": inPost, "thread": inPost, "topic": inPost, "answer": inPost,
	"question": inPost, "bbcode": inPost, "bb": inPost, "postcontent": inPost, "usertext": inPost, "forum": inPost,
	"comment": inComment, "comments": inComment, "reply": inComment, "replies": inComment, "respond": inComment, "disqus": inComment, "discussion": inComment, "commentlist": inComment,
}

// eachClassWord calls f with the words of a class attribute, in lower case:
// "entry-content postBody2" -> entry, content, post, body; and with whole
// values where they have several words: entry-content, postbody.
func eachClassWord(v string, f func(string)) {
	var buf [48]byte
	for _, value := range strings.Fields(v) {
		if len(value) > len(buf) {
			continue
		}
		n, from, parts := 0, 0, 0
		emit := func(to int) {
			if to-from >= 2 {
				f(string(buf[from:to]))
				parts++
			}
			from = to
		}
		for i := 0; i < len(value); i++ {
			c := value[i]
			switch {
			case letter(c):
				if c < 'a' && i > 0 && value[i-1] >= 'a' && value[i-1] <= 'z' {
					emit(n)
				}
				buf[n] = lower(c)
				n++
			default:
				emit(n)
				if c == '-' || c == '_' {
					buf[n] = '-'
					n++
					from = n
				}
			}
		}
		emit(n)
		if parts > 1 {
			f(strings.Trim(string(buf[:n]), "-"))
		}
	}
}
