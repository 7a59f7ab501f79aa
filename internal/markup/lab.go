package markup

import (
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// Lab is a page as the training command sees it.
type Lab struct{ p *page }

// NewLab parses a page; html is valid UTF-8.
func NewLab(html string) *Lab {
	p := parse(html)
	p.fold()
	return &Lab{p}
}

// Knowledge is what words of classes and of short blocks say, while it is
// being learned.
type Knowledge struct{ Class, Word func(string) float32 }

func (k Knowledge) class(w string) float32 { return k.Class(w) }
func (k Knowledge) word(w string) float32  { return k.Word(w) }

// Blocks are the words of the page's blocks.
func (l *Lab) Blocks() []string {
	out := make([]string, len(l.p.blocks))
	for i := range out {
		out[i] = string(l.p.of(&l.p.blocks[i]))
	}
	return out
}

// ClassWords are the words of the classes of all elements around block i, each
// once.
func (l *Lab) ClassWords(i int) []string {
	var out []string
	seen := map[string]bool{}
	p := l.p
	for n := p.blocks[i].node; n >= 0; n = p.nodes[n].parent {
		at := p.nodes[n].attrs
		for _, a := range p.attrs[at.from:at.to] {
			if a.key == keyClass || a.key == keyID || a.key == keyItemprop || a.key == keyRole || a.key == keyTestID {
				if v := p.src[a.val.from:a.val.to]; len(v) <= 400 {
					eachClassWord(v, func(w string) {
						if !seen[w] {
							seen[w] = true
							out = append(out, w)
						}
					})
				}
			}
		}
	}
	return out
}

// BlockWords are the words of block i as far as their sayings are counted.
func (l *Lab) BlockWords(i int) []string {
	var out []string
	text := l.p.of(&l.p.blocks[i])
	if measure(text).words > 25 {
		text = text[:min(len(text), 60)]
	}
	eachWord(text, func(w string) { out = append(out, w) })
	return out
}

// First and Second are the features of the two passes.
func (l *Lab) First(know Knowledge) [][]float32 { return l.p.rows(know) }

// Second needs the first pass's probabilities.
func (l *Lab) Second(rows [][]float32, first []float32) [][]float32 { return l.p.again(rows, first) }

// Agree writes into second what is held of what both passes say.
func (l *Lab) Agree(first, second []float32) { agree(first, second) }

// Read reads the page as the product does, with probabilities of another model.
func (l *Lab) Read(c *stemma.Capture, sure []float32) []stemma.Article {
	if l.p.feats == nil {
		l.p.newFeatures(nothing{})
	}
	articles, _ := read(l.p, c, block.Verbatim(l.p.src, 0), sure)
	return articles
}

// Forest is a model in training.
type Forest struct {
	Depth int
	Bias  float32
	Trees []Tree
}

// Tree is one tree of a Forest, in the order of a heap.
type Tree struct {
	Feature []uint16
	Above   []float32
	Leaf    []float32
}

func (f Forest) forest() *forest {
	out := &forest{depth: f.Depth, bias: f.Bias}
	for _, t := range f.Trees {
		out.trees = append(out.trees, tree{t.Feature, t.Above, t.Leaf})
	}
	return out
}

// Sure is the probability of each row.
func (f Forest) Sure(rows [][]float32) []float32 { return f.forest().sure(rows) }

// Encode writes the forest as the product embeds it.
func (f Forest) Encode() []byte { return f.forest().encode() }

// LabDay is a day that a page gives, as the training command sees it.
type LabDay struct {
	Day  string
	Row  []float32
	Rule bool // the order of places takes it
}

// Days are the days a page gives, where it is read as one article.
func (l *Lab) Days(c *stemma.Capture) []LabDay {
	r := &reader{page: l.p, capture: c, whole: block.Verbatim(l.p.src, 0), about: l.p.about(), sure: l.p.judge()}
	r.choose()
	r.oneStory()
	r.leaveColumns()
	chosen := map[int]string{}
	var a stemma.Article
	r.titles(&a, chosen)
	d := r.trustedDate(chosen)
	if d == nil {
		return nil
	}
	f := r.gatherDays(d)
	if len(f.days) == 0 {
		return nil
	}
	f.fill()
	var out []LabDay
	for _, x := range f.days {
		out = append(out, LabDay{x.day, x.row, x.day == d.From.Format("2006-01-02")})
	}
	return out
}
