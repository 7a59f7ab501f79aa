package markup

import (
	"strings"

	"github.com/zeebo/xxh3"
)

// said reads the body and the summary that a page's data give, as runs of
// three words, so that blocks can be held against them.
func (f *features) said() {
	p := f.p
	for _, at := range p.ld {
		if !strings.Contains(p.src[at.from:at.to], "\"articleBody\"") {
			continue
		}
		readJSON(p.src, at).walk(func(v value) {
			if b, ok := v.get("articleBody"); ok && b.kind == '"' && b.at.len() > 200 {
				if f.data == nil {
					f.data = map[uint64]bool{}
				}
				eachRun([]byte(p.jsonText(b)), func(k uint64) { f.data[k] = true })
			}
		})
	}
	for _, n := range p.metas {
		name, _ := p.attr(n, keyName)
		if name == "" {
			name, _ = p.attr(n, keyProperty)
		}
		if name = strings.ToLower(name); name != "description" && name != "og:description" {
			continue
		}
		if at, ok := p.attrAt(n, keyContent); ok && at.len() < 2000 {
			if f.summary == nil {
				f.summary = map[uint64]bool{}
			}
			eachRun([]byte(p.raw(at).S), func(k uint64) { f.summary[k] = true })
		}
	}
}

// eachRun calls f with a key of each run of three words of a text.
func eachRun(text []byte, f func(uint64)) {
	var a, b uint64
	n := 0
	eachWord(text, func(w string) {
		k := xxh3.HashString(w)
		if n++; n >= 3 {
			f(a*0x9e3779b97f4a7c15 + b*0xc2b2ae3d27d4eb4f + k)
		}
		a, b = b, k
	})
}

// inSaid is the share of a block's runs of three words that stand in said; -1
// where nothing is said, -0.5 for a block of fewer words.
func inSaid(said map[uint64]bool, text []byte) float32 {
	if said == nil {
		return -1
	}
	n, in := 0, 0
	eachRun(text[:min(len(text), 400)], func(k uint64) {
		n++
		if said[k] {
			in++
		}
	})
	if n == 0 {
		return -0.5
	}
	return float32(in) / float32(n)
}
