package score

import (
	"fmt"
	"sort"
	"strings"
)

// Card is a scorecard of a case: one item a line, by section.
type Card struct {
	sections []*section
}

type section struct {
	name  string
	items []item
}

// Verdicts on an item.
const (
	found    = "found"
	missed   = "missed"
	wrong    = "wrong"
	spurious = "spurious"
)

// item is one thing a careful reader gets out, or one thing too many. Its key
// names it for the list of known failures: "sayings/continue-efforts/toi/chain".
type item struct {
	key, verdict, note string
}

func (c *Card) section(name string) *section {
	s := &section{name: name}
	c.sections = append(c.sections, s)
	return s
}

func (s *section) add(key, verdict, note string) {
	s.items = append(s.items, item{s.name + "/" + key, verdict, note})
}

// is adds key as found where ok, else as wrong with what stands instead.
func (s *section) is(key string, ok bool, got any) {
	if ok {
		s.add(key, found, "")
		return
	}
	g := strings.TrimSpace(fmt.Sprint(got))
	if g == "" || g == "[]" || g == "<nil>" {
		s.add(key, missed, "")
		return
	}
	s.add(key, wrong, cut(g))
}

func cut(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 120 {
		return string(r[:117]) + "..."
	}
	return s
}

// Text writes the card out with a reason beside each failure that reasons
// names. Failures without one, and reasons for what does not fail, come back
// as complaints.
func (c *Card) Text(reasons map[string]string) (card string, complaints []string) {
	var b strings.Builder
	used := map[string]bool{}
	for _, s := range c.sections {
		n := map[string]int{}
		for _, it := range s.items {
			n[it.verdict]++
		}
		fmt.Fprintf(&b, "%s: %d found, %d missed, %d wrong, %d spurious\n", s.name, n[found], n[missed], n[wrong], n[spurious])
		for _, it := range s.items {
			if it.verdict == found {
				continue
			}
			fmt.Fprintf(&b, "  %-8s %s", it.verdict, strings.TrimPrefix(it.key, s.name+"/"))
			if it.note != "" {
				fmt.Fprintf(&b, " (%s)", it.note)
			}
			if r, ok := reasons[it.key]; ok {
				used[it.key] = true
				fmt.Fprintf(&b, ": %s", r)
			} else {
				complaints = append(complaints, it.verdict+" without a reason: "+it.key+" "+it.note)
			}
			b.WriteByte('\n')
		}
	}
	for k := range reasons {
		if !used[k] {
			complaints = append(complaints, "a reason stands for what does not fail: "+k)
		}
	}
	sort.Strings(complaints)
	return b.String(), complaints
}

// Reasons reads a list of known failures: "key: reason" a line, # comments.
func Reasons(text string) (map[string]string, error) {
	out := map[string]string{}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		k, r, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("line %d: want \"key: reason\", have %q", n+1, line)
		}
		out[k] = r
	}
	return out, nil
}
