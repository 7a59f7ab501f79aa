package markup

import "strings"

// classes scores the class words of every element.
func (f *features) classes() {
	p := f.p
	f.class = make([]classScore, len(p.nodes))
	seen := map[string]struct {
		score float32
		bits  int32
	}{}
	for i := range p.nodes {
		n := &p.nodes[i]
		var own float32
		var bits int32
		for _, a := range p.attrs[n.attrs.from:n.attrs.to] {
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
				seen[v] = s
			}
			own += s.score
			bits |= s.bits
		}
		c := classScore{own: own, bits: bits}
		if n.parent >= 0 {
			up := f.class[n.parent]
			c.near, c.sum, c.low, c.high, c.n = up.near, up.sum, up.low, up.high, up.n
		}
		if own != 0 {
			c.near = own
			c.sum += own
			c.low, c.high = min(c.low, own), max(c.high, own)
			c.n++
		}
		f.class[i] = c
	}
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
