package score

import (
	"fmt"
	"sort"
	"strings"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/dump"
	"github.com/stemma-news/stemma/internal/dump/gold"
)

// Dumps reads every dump of the data folder and compares the words of its
// articles with those people marked, as bags: the benchmark's metric, a page's
// F1, and its mean over pages. Of a thread the posts count, each once; a
// standfirst counts with its article, as the gold has it in the body. limit
// bounds the pages read, 0 for all.
func Dumps(dir string, limit int) (string, error) {
	pages, err := gold.Pages(dir)
	if err != nil {
		return "", err
	}
	sums := map[string]*dumpSum{}
	for i, p := range pages {
		if limit > 0 && i >= limit {
			break
		}
		half := "odd"
		if i%2 == 0 {
			half = "even"
		}
		as, same, ngot, nwant := DumpPage(&p)
		f := gold.F1(same, ngot, nwant)
		keys := []string{half + " " + p.Kind}
		if strings.TrimSpace(p.Dump) != "" {
			keys = append(keys, half+" "+p.Kind+", dump not empty")
		}
		for _, k := range keys {
			s := sums[k]
			if s == nil {
				s = &dumpSum{}
				sums[k] = s
			}
			s.pages++
			s.f1 += f
			s.leaked += ngot - same
			s.lost += nwant - same
			s.got += ngot
			s.want += nwant
			s.title.add(p.Title, dumpTitle(as))
			s.author.add(p.Author, dumpAuthor(as))
			s.date.add(p.Published, dumpDate(as))
			for _, a := range as {
				if a.Kind == stemma.KindPost && a.Within == "" {
					s.posts++
				}
			}
		}
	}
	return dumpCard(sums), nil
}

// DumpPage reads the dump of p and compares its words with the gold's.
func DumpPage(p *gold.Page) (as []stemma.Article, same, ngot, nwant int) {
	as = dump.Read(&stemma.Capture{ID: "c", Page: p.Name}, block.Verbatim(p.Dump, 0))
	same, ngot, nwant = gold.Overlap(dumpText(as, p.Kind == "forum"), p.Body)
	return as, same, ngot, nwant
}

type dumpSum struct {
	pages, leaked, lost, got, want, posts int
	f1                                    float64
	title, author, date                   dumpField
}

// dumpField counts a field of metadata over the pages whose gold has it.
type dumpField struct{ right, wrong, missed int }

func (f *dumpField) add(want, got string) {
	want, got = foldName(want), foldName(got)
	switch {
	case want == "":
	case got == "":
		f.missed++
	case strings.Contains(got, want) || strings.Contains(want, got):
		f.right++
	default:
		f.wrong++
	}
}

func foldName(s string) string {
	return strings.Join(gold.Words(s), " ")
}

func (f dumpField) String() string {
	return fmt.Sprintf("%d right, %d wrong, %d missed", f.right, f.wrong, f.missed)
}

func dumpCard(sums map[string]*dumpSum) string {
	var keys []string
	for k := range sums {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { // odd first: those report
		a, b := keys[i], keys[j]
		if x, y := strings.HasPrefix(a, "odd"), strings.HasPrefix(b, "odd"); x != y {
			return x
		}
		return a < b
	})
	var b strings.Builder
	b.WriteString("Word F1 of the body per page, mean; leaked: share of the words read that are not in the gold; lost: share of the gold's words not read.\nEven pages were learned from; odd pages report.\n")
	for _, k := range keys {
		s := sums[k]
		fmt.Fprintf(&b, "\n%s: %d pages\n  word F1 %.4f\n  words leaked %.2f %%, lost %.2f %%\n  posts %d\n  title: %v\n  author: %v\n  date: %v\n",
			k, s.pages, s.f1/float64(s.pages), percent(s.leaked, s.got), percent(s.lost, s.want), s.posts, s.title, s.author, s.date)
	}
	return b.String()
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// dumpText is the text of the articles and posts of a page, those within others
// not again, nor what a post quotes of another: the gold has most quotations
// once, where they were written. The gold of an article page leaves out the
// comments below the article, that of a forum page has every post.
func dumpText(as []stemma.Article, forum bool) string {
	kind := map[string]string{}
	for _, a := range as {
		kind[a.ID] = a.Kind
	}
	var b strings.Builder
	for _, a := range as {
		if a.Within != "" || !forum && a.Kind == stemma.KindPost && as[0].Kind != stemma.KindPost {
			continue
		}
		b.WriteString(a.Standfirst + "\n")
		at := 0
		for _, h := range a.Holds {
			if kind[h.Article] == stemma.KindPost && h.Start >= at {
				b.WriteString(a.Text[at:h.Start])
				at = h.End
			}
		}
		b.WriteString(a.Text[at:] + "\n")
	}
	return b.String()
}

func dumpTitle(as []stemma.Article) string {
	if len(as) == 0 {
		return ""
	}
	return as[0].Title
}

func dumpAuthor(as []stemma.Article) string {
	if len(as) == 0 {
		return ""
	}
	return strings.TrimSpace(as[0].Author + " " + strings.Join(as[0].Bylines, " "))
}

func dumpDate(as []stemma.Article) string {
	if len(as) == 0 || as[0].Published == nil {
		return ""
	}
	return as[0].Published.From.Format("2006-01-02")
}
