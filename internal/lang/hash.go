package lang

import (
	"unicode"
	"unicode/utf8"
)

// Features are hashed: a template and the values it joins become one number,
// whose upper bits are a slot of a table. Two features that share a slot share
// a weight; training and use hash alike, so training has seen it.

const (
	mulA = 0x9E3779B97F4A7C15
	mulB = 0xBF58476D1CE4E5B9
)

func mix(h uint64, v uint32) uint64 {
	h = (h ^ uint64(v)) * mulA
	return h ^ h>>29
}

// look is how a word looks to the models. Each value is a hash, 0 where the
// word has none.
type look struct {
	form, low        uint32 // with digits as one; low is in lower case
	pre1, pre2, pre3 uint32
	suf1, suf2, suf3 uint32
	suf4             uint32
	shape            uint32 // "Xxxx" "dd.dd" "xxx-x"
	clu              uint32 // leaf of the word's cluster, 1-based
	caps             bool   // begins with a capital
	alpha            bool   // holds a letter or digit
	upper, digit     bool   // holds a capital, a digit
	key, bare        uint32 // wordHash, without a full stop at the end too
	initial          bool   // first letter or digit of the sentence
}

// wordHash is the key of a word in the tables of clusters and vectors: of its
// lower case, with the plain apostrophe.
func wordHash(w string) uint32 {
	h := uint64(mulB)
	for i := 0; i < len(w); {
		r, n := rune(w[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(w[i:])
			r = plain(unicode.ToLower(r))
		} else if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		h = mix(h, uint32(r))
		i += n
	}
	return uint32(h >> 32)
}

// plain maps a mark to the one that stands for its kind in the treebanks.
func plain(r rune) rune {
	switch r {
	case '’', '‘', '`', '´', 'ʼ':
		return '\''
	case '“', '”', '«', '»', '„':
		return '"'
	case '–', '—', '‑', '−':
		return '-'
	case '…':
		return '.'
	}
	return r
}

// maxLook is how many runes of a word are looked at: a longer word is known by
// its first ones.
const maxLook = 64

func (l *look) read(w string) {
	*l = look{}
	var low [maxLook + 4]uint32
	n := 0
	form, lower, key := uint64(1), uint64(2), uint64(mulB)
	shape := uint64(3)
	last, reps := byte(0), 0
	for i := 0; i < len(w) && n < maxLook; {
		r, size := rune(w[i]), 1
		lo := r
		var c byte
		switch {
		case 'a' <= r && r <= 'z':
			c = 'x'
		case 'A' <= r && r <= 'Z':
			c, lo = 'X', r|0x20
		case '0' <= r && r <= '9':
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		default:
			r, size = utf8.DecodeRuneInString(w[i:])
			r = plain(r)
			lo = unicode.ToLower(r)
			switch {
			case unicode.IsUpper(r):
				c = 'X'
			case unicode.IsLetter(r) || unicode.IsMark(r):
				c = 'x'
			case unicode.IsDigit(r):
				c = 'd'
			default:
				c = byte(r) | 0x80
			}
		}
		l.upper, l.digit = l.upper || c == 'X', l.digit || c == 'd'
		l.alpha = l.alpha || c == 'x' || c == 'X' || c == 'd'
		if n == 0 {
			l.caps = c == 'X'
		}
		if l.bare = 0; lo == '.' {
			l.bare = uint32(key >> 32)
		}
		key = mix(key, uint32(lo))
		if c == 'd' {
			r, lo = '0', '0'
		}
		form, lower = mix(form, uint32(r)), mix(lower, uint32(lo))
		low[n] = uint32(lo)
		n++
		if c == last {
			reps++
		} else {
			last, reps = c, 1
		}
		if reps <= 2 {
			shape = mix(shape, uint32(c))
		}
		i += size
	}
	l.form, l.low, l.shape = uint32(form>>32), uint32(lower>>32), uint32(shape>>32)
	l.key = uint32(key >> 32)
	l.clu = cluster(l.key)
	part := func(a, b int) uint32 {
		if a < 0 || b > n {
			return 0
		}
		h := uint64(4)
		for _, v := range low[a:b] {
			h = mix(h, v)
		}
		return uint32(h>>32) | 1
	}
	l.pre1, l.pre2, l.pre3 = part(0, 1), part(0, 2), part(0, 3)
	l.suf1, l.suf2, l.suf3, l.suf4 = part(n-1, n), part(n-2, n), part(n-3, n), part(n-4, n)
}

// The cluster tree has 64 branches of 16 of 8.
func (l *look) clu6() uint32  { return (l.clu + 127) / 128 }
func (l *look) clu10() uint32 { return (l.clu + 7) / 8 }

// wordy reports whether the word has a letter or a digit.
func (l *look) wordy() bool { return l.alpha }
