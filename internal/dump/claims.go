package dump

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump/body"
	directory "github.com/stemma-news/stemma/internal/outlet"
)

// evidence is a kind of place where a page says whose page it is.
type evidence int

const (
	afterTitle evidence = iota // "Talks fail | Harbour News", known or printed again
	tailAlone                  // the same, and nothing else says that it is a name
	mastLine                   // a known name, or an address, alone at the top
	firstLine                  // the first line, a name no table knows
	rights                     // "© 2020 Harbour Media"
	itself                     // "the Harbour News newsletter", "Harbour News may earn"
	staff                      // "a reporter for Harbour News"
	menu                       // "About Harbour News", "Advertise with Harbour News"
	inDateline                 // "OSLO (Harbour News) -"
	onAddress                  // "www.harbournews.example"
	mail                       // "desk@harbournews.example"
	mention                    // a name of the tables, somewhere outside the text
	lineAlone                  // a name alone on a line near the top or the end
	kinds
)

// mostNamings bounds the places that are looked at on one page.
const mostNamings = 400

// claim is one name, however a page writes it, and all that speaks for it.
type claim struct {
	name  string
	forms []naming
	row   []float32
}

// claims joins the places that name the same: "Harbour Times" above the page,
// "© 2019 Harbour Times Ltd" below it and "desk@harbourtimes.example". What
// only stands alone on a line, or is a name of the tables somewhere, claims
// nothing.
func (r *reader) claims(a *stemma.Article, t heading, found []naming) []claim {
	at := map[string]int{}
	var cs []claim
	for _, f := range found {
		k := outletKey(f.name)
		if len(k) < 2 || f.by != onAddress && f.by != mail && idle(f.name) {
			continue
		}
		i, ok := at[k]
		if !ok {
			i = len(cs)
			at[k] = i
			cs = append(cs, claim{})
		}
		cs[i].forms = append(cs[i].forms, f)
	}
	out := cs[:0]
	for _, c := range cs {
		strong := false
		for _, f := range c.forms {
			strong = strong || f.by != lineAlone && f.by != mention || f.by != c.forms[0].by
		}
		if strong {
			out = append(out, c)
		}
	}
	plain := r.alone()
	for i := range out {
		out[i].name = r.bestForm(out[i].forms)
		out[i].row = r.claimRow(a, t, &out[i], plain)
	}
	for _, k := range []int{outside, ofSelf} { // how far each stands behind the one most named
		most := float32(0)
		for i := range out {
			most = max(most, out[i].row[k])
		}
		for i := range out {
			out[i].row = append(out[i].row, most-out[i].row[k], flag(out[i].row[k] == most && most > 0))
		}
	}
	return out
}

// alone reports whether the text was copied without menus, once its lines have
// their roles.
func (r *reader) alone() bool {
	around := make([]bool, len(r.ls))
	for i, role := range r.role {
		around[i] = role != block.Chrome && role != block.Related
	}
	return r.copiedPlain(around)
}

// idle reports whether no word of s may be of a name: "Us", "What", "Our Terms".
func idle(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		if w = strings.Trim(w, block.Space+".,:;&!?'’\"“”"); w != "" && !idleWords[w] {
			return false
		}
	}
	return true
}

var idleWords = set("idlewords")

// outletKey is what all forms of a name share: "The Harbour Times", "Harbour
// Times Media Ltd." and "www.harbourtimes.com" have one.
func outletKey(s string) string {
	if isHost(s) {
		if d, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(s)); err == nil {
			s, _, _ = strings.Cut(d, ".")
		}
	}
	return companyKey(s)
}

// bestForm is how a name is best written: as the tables have it, else as printed
// with more than capitals, and not as an address or a company.
func (r *reader) bestForm(forms []naming) string {
	best, rank := "", 99
	for _, f := range forms {
		k := int(f.by)
		switch {
		case f.by == rights:
			k = 20
		case f.by == onAddress, f.by == mail:
			k = 30
		}
		if _, ok := named(f.name); ok {
			k -= 50
		} else if f.name == strings.ToUpper(f.name) {
			k += 8
		}
		if k < rank {
			best, rank = f.name, k
		}
	}
	if short := cutWords(cutWords(best, lawWords), companyWords); rank >= 20 && short != best && r.namedAlone(short, best) {
		return short
	}
	return best
}

// namedAlone reports whether the page has short where long does not stand.
func (r *reader) namedAlone(short, long string) bool {
	for i := range r.ls {
		if s := r.ls[i].S; strings.Count(s, short) > strings.Count(s, long) && !strings.Contains(strings.ToLower(s), strings.ToLower(long)) {
			return true
		}
	}
	return false
}

func (r *reader) claimRow(a *stemma.Article, t heading, c *claim, plain bool) []float32 {
	var n [kinds]float64
	company, caps := true, true
	for _, f := range c.forms {
		n[f.by]++
		company = company && cutWords(cutWords(f.name, lawWords), companyWords) != f.name
		caps = caps && f.name == strings.ToUpper(f.name)
	}
	row := make([]float32, 0, 2*kinds+16)
	for _, k := range n {
		row = append(row, flag(k > 0))
	}
	for _, k := range []evidence{rights, itself, staff, menu, onAddress, lineAlone, mail, mention} {
		row = append(row, float32(math.Log1p(n[k])))
	}
	o, known := directory.Lookup(c.name)
	agency := known && o.Kind == directory.Agency
	paper := false
	for _, w := range strings.Fields(strings.ToLower(c.name)) {
		paper = paper || paperWords[w]
	}
	in, out := 0.0, 0.0
	short := cutWords(cutWords(c.name, lawWords), companyWords)
	for i := range r.ls {
		if strings.Contains(r.ls[i].S, short) {
			if r.role[i] == block.Body {
				in++
			} else {
				out++
			}
		}
	}
	words := len(strings.Fields(c.name))
	only := n[rights] > 0 && len(c.forms) == int(n[rights])
	writer := false
	for _, b := range a.Bylines {
		writer = writer || b == c.name
	}
	several := -1
	for k, x := range n {
		if x > 0 && evidence(k) != lineAlone && evidence(k) != mention {
			several++
		}
	}
	return append(row, float32(several), float32(math.Log1p(out)), float32(math.Log1p(in)), flag(known && !agency), flag(agency), flag(agency && only), flag(company), flag(only), flag(paper),
		flag(words == 1), flag(words > 3), flag(caps), flag(writer),
		flag(known && !agency && n[itself] > 0), flag(n[firstLine] > 0 && plain), flag(t.line >= 0 && strings.Contains(t.value, short)), flag(body.Furniture(c.name) || interfaceLine(c.name)))
}

// The places in a row of how often the page has the name outside its text, and
// speaks of itself by it.
const (
	ofSelf  = int(kinds) + 1
	outside = int(kinds) + 9
)

// copiedPlain reports whether little but the article, whose lines in says, was
// copied, so that what stands first is more likely whose it is than a button.
func (r *reader) copiedPlain(in []bool) bool {
	n := 0
	for _, ok := range in {
		if !ok {
			n++
		}
	}
	return n <= mostAround
}

// mostAround is how many lines besides the article's a page may have that was
// copied without its menus.
const mostAround = 25

// score is how much speaks for the claim.
func (c *claim) score() float64 {
	s := 0.0
	for i, w := range claimWeights {
		s += w * float64(c.row[i])
	}
	return s
}

// OutletRows returns the names a dump may be of, and what speaks for each: to
// learn how much that weighs.
func OutletRows(text string) (names []string, rows [][]float32) {
	r := newReader(&stemma.Capture{}, block.Verbatim(text, 0))
	if r == nil {
		return nil, nil
	}
	r.read()
	for _, c := range r.claimed {
		names, rows = append(names, c.name), append(rows, c.row)
	}
	return names, rows
}

// Words of a page about itself: those that follow its name, and those that
// stand before it.
var (
	afterName = map[string]evidence{"newsletter": itself, "newsletters": itself, "on facebook": itself, "on twitter": itself, "on instagram": itself, "on google news": itself, "may earn": itself, "may receive": itself, "is supported by": itself, "editorial": itself, "newsroom": itself,
		"editors": itself, "readers": itself, "subscribers": itself, "subscriber": itself, "independently": itself, "app": itself, "website": itself, "participates": itself, "uses cookies": itself, "account": itself, "earns": itself,
		"staff": staff, "reporter": staff, "correspondent": staff, "contributor": staff, "columnist": staff, "editor": staff, "writer": staff, "logo": menu, "home": menu, "homepage": menu, "store": menu, "shop": menu, "podcast": menu, "podcasts": menu, "archive": menu, "archives": menu, "events": menu, "is a": menu, "is an": menu, "is the": menu, "magazine": menu}
	beforeName = []struct {
		text string
		by   evidence
	}{{"about ", menu}, {"contact ", menu}, {"advertise with ", menu}, {"advertise on ", menu}, {"advertise in ", menu}, {"work for ", menu}, {"work at ", menu}, {"work with ", menu}, {"careers at ", menu}, {"more from ", menu}, {"follow ", menu}, {"follow us on ", menu}, {"join ", menu}, {"visit ", menu}, {"support ", menu}, {"why trust ", itself}, {"subscribe to ", itself}, {"welcome to ", itself}, {"sign up for ", itself}, {"thank you for reading ", itself}, {"thanks for reading ", itself}, {"appeared on ", itself}, {"appeared in ", itself}, {"published on ", itself}, {"published in ", itself}, {"published by ", itself},
		{"reporter for ", staff}, {"reporter at ", staff}, {"writer for ", staff}, {"writer at ", staff}, {"editor of ", staff}, {"editor at ", staff}, {"editor for ", staff}, {"correspondent for ", staff}, {"writes for ", staff}, {"contributor to ", staff}, {"joining ", staff}, {"joined ", staff}, {"redaksi ", itself}, {"la redacción de ", itself}, {"la rédaction de ", itself}, {"la rédaction du ", itself}, {"редакция ", itself}}
)

// ofItself gives the names in s that stand beside words of a page about itself:
// "Sign up for the Harbour Times newsletter", "About Harbour Times".
func ofItself(s string, add func(name string, at int, by evidence)) {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return
	}
	for _, m := range beforeName {
		i := strings.Index(low, m.text)
		if i < 0 || i > 0 && letterBefore(low, i) {
			continue
		}
		at := i + len(m.text)
		for _, the := range []string{"the ", "our "} {
			if strings.HasPrefix(low[at:], the) && s[at] == the[0] {
				at += len(the)
			}
		}
		if name, n := wordsAfter(s, at); name != "" {
			add(name, n, m.by)
		}
	}
	// runs of words with capitals, and what follows each
	for at := 0; at < len(s); {
		c, n := utf8.DecodeRuneInString(s[at:])
		if !unicode.IsUpper(c) || at > 0 && (letterBefore(s, at) || s[at-1] == '\'') {
			at += n
			continue
		}
		end, to := at, at
		for range 5 {
			k := strings.IndexAny(s[end:], " ,;:\"”)(!?|•·")
			if k < 0 {
				k = len(s) - end
			}
			w := s[end : end+k]
			for _, of := range []string{"'s", "’s"} { // "Harbour Times's", but "Ann's Kitchen"
				if p, ok := strings.CutSuffix(w, of); ok {
					if next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end+k:], " ")); !unicode.IsUpper(next) {
						w, k = p, len(p)
					}
				}
			}
			first, _ := utf8.DecodeRuneInString(w)
			if w == "" || !unicode.IsUpper(first) && w != "&" && w != "of" && w != "the" {
				break
			}
			if afterName[strings.ToLower(w)] != 0 && end > at {
				break
			}
			to = end + k
			if len(w) > 3 && w[len(w)-1] == '.' { // the end of a sentence
				to--
				break
			}
			if to >= len(s) || s[to] != ' ' {
				break
			}
			end = to + 1
		}
		if to > at {
			rest := strings.TrimPrefix(strings.TrimPrefix(low[to:], "'s"), "’s")
			rest = strings.TrimLeft(rest, " ")
			for _, n := range []int{1, 2, 3} {
				if by := afterName[firstWords(rest, n)]; by != 0 && len(rest) < len(low[to:]) {
					add(s[at:to], at, by)
					break
				}
			}
		}
		at = max(to, at+n)
	}
}

// firstWords is the first n words of s, without the stop that ends them.
func firstWords(s string, n int) string {
	for i, c := range s {
		if c == ' ' {
			if n--; n == 0 {
				return strings.TrimRight(s[:i], ".,:;!?")
			}
		}
	}
	return strings.TrimRight(s, ".,:;!?")
}

// hosts gives the hosts of addresses in s, but for those of networks that all use.
func hosts(s string, add func(host string, at int, by evidence)) {
	for i := 0; i < len(s); {
		k := strings.IndexByte(s[i:], '.')
		if k < 0 {
			return
		}
		k += i
		from, to := k, k
		for from > i && hostByte(s[from-1]) {
			from--
		}
		for to < len(s) && hostByte(s[to]) {
			to++
		}
		h := strings.TrimRight(s[from:to], ".-")
		i = to + 1
		if w, ok := strings.CutPrefix(h, "www."); ok {
			h, from = w, from+len("www.")
		}
		if len(h) < 6 || !strings.Contains(h, ".") || !isHost(h) || strings.ToLower(h[1:]) != h[1:] {
			continue
		}
		d, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(h))
		if name, _, _ := strings.Cut(d, "."); err == nil && len(name) > 2 && !networks[name] {
			by := onAddress
			if from > 0 && s[from-1] == '@' {
				by = mail
			}
			add(h, from, by)
		}
	}
}

func hostByte(b byte) bool {
	return b == '.' || b == '-' || b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

// networks are hosts that many pages name and few are of.
var networks = map[string]bool{"facebook": true, "twitter": true, "instagram": true, "youtube": true, "linkedin": true, "pinterest": true, "google": true, "gmail": true, "yahoo": true, "apple": true, "amazon": true, "wordpress": true, "bit": true, "gravatar": true, "reddit": true, "tiktok": true, "whatsapp": true, "outlook": true, "hotmail": true, "youtu": true, "telegram": true, "paypal": true, "substack": true, "mailchimp": true, "w3": true, "tinyurl": true, "flickr": true}

// claimWeights are how much each of a claim's row weighs, and last what nobody's
// page does: learned by internal/dump/train from the hosts of even pages.
//
//go:embed claims.txt
var claimsTxt string

var claimWeights, leastClaim = func() (ws []float64, least float64) {
	for s := range strings.Lines(claimsTxt) {
		_, n, _ := strings.Cut(s, "\t")
		w, err := strconv.ParseFloat(strings.TrimSpace(n), 64)
		if err != nil {
			panic("internal error: claims.txt: " + err.Error())
		}
		ws = append(ws, w)
	}
	return ws[:len(ws)-1], ws[len(ws)-1]
}()
