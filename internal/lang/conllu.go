package lang

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/stemma-news/stemma"
)

// CoNLLU writes d, the text named id, in the CoNLL-U format of Universal
// Dependencies, version 2. The comment "# offset" holds the sentence's range in
// bytes, "# cut = yes" that it was too long and goes on; MISC holds the range of
// each word as start and end, SpaceAfter=No, and Name=B-person, I-person, ... for
// the words of names.
func CoNLLU(w io.Writer, id string, d *Document) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# newdoc id = %s\n", id)
	for i := range d.Sentences {
		writeSentence(b, id, d, i)
	}
	return b.Flush()
}

func writeSentence(b *bufio.Writer, id string, d *Document, n int) {
	s := &d.Sentences[n]
	fmt.Fprintf(b, "# sent_id = %s-%d\n# offset = %d-%d\n", id, n+1, s.Start, s.End)
	if s.Cut {
		fmt.Fprintf(b, "# cut = yes\n")
	}
	fmt.Fprintf(b, "# text = %s\n", strings.Join(strings.FieldsFunc(d.Text[s.Start:s.End], isBreak), " "))
	names := make([]string, len(s.Words))
	for _, nm := range s.Names {
		for k := nm.From; k < nm.To; k++ {
			names[k] = "I-" + nm.Kind
		}
		names[nm.From] = "B-" + nm.Kind
	}
	for i, wd := range s.Words {
		misc := []string{fmt.Sprintf("start=%d|end=%d", wd.Start, wd.End)}
		if names[i] != "" {
			misc = append(misc, "Name="+names[i])
		}
		if i+1 < len(s.Words) && s.Words[i+1].Start == wd.End {
			misc = append(misc, "SpaceAfter=No")
			if isClitic(d.Text[s.Words[i+1].Start:s.Words[i+1].End]) {
				fmt.Fprintf(b, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n", i+1, i+2, cell(d.Text[wd.Start:s.Words[i+1].End]))
			}
		}
		fmt.Fprintf(b, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", i+1, cell(d.Text[wd.Start:wd.End]), cell(wd.Lemma),
			cell(wd.UPOS), cell(wd.XPOS), wd.Head+1, cell(wd.Rel), cell(strings.Join(misc, "|")))
	}
	fmt.Fprintln(b)
}

func isBreak(r rune) bool { return r <= ' ' }

// isClitic reports whether a word that stands glued to the one before makes
// one orthographic word with it.
func isClitic(w string) bool {
	switch strings.ToLower(strings.ReplaceAll(w, "’", "'")) {
	case "n't", "'s", "'m", "'d", "'re", "'ve", "'ll":
		return true
	}
	return false
}

func cell(s string) string {
	if s == "" {
		return "_"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return '?'
		}
		return r
	}, s)
}

// Tree is a sentence of a treebank: a Sentence whose offsets are bytes of Text.
type Tree struct {
	ID   string
	Text string // the words, with the white space the treebank gives
	Sentence
	// Starts is 2 where a document starts with the sentence, 1 where a
	// paragraph does, else 0.
	Starts int
	Space  bool // white space follows the sentence
}

// Form is the i-th word.
func (t *Tree) Form(i int) string { return t.Text[t.Words[i].Start:t.Words[i].End] }

// ReadTrees reads CoNLL-U. Lines of multiword tokens and empty nodes are passed
// over.
func ReadTrees(r io.Reader) ([]Tree, error) {
	var out []Tree
	t := Tree{}
	starts := 0
	glue, glueTo := false, 0 // within a multiword token
	var b strings.Builder
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<22)
	for line := 1; sc.Scan(); line++ {
		l := sc.Text()
		switch {
		case l == "":
			if len(t.Words) > 0 {
				t.Text = strings.TrimRight(b.String(), " ")
				t.Space = len(t.Text) < b.Len()
				t.End = len(t.Text)
				t.Starts = starts
				out = append(out, t)
				starts = 0
			}
			t = Tree{}
			b.Reset()
			glueTo = 0
		case strings.HasPrefix(l, "# newdoc"):
			starts = 2
		case strings.HasPrefix(l, "# newpar") && !strings.HasPrefix(l, "# newpar_block"):
			starts = max(starts, 1)
		case strings.HasPrefix(l, "# sent_id = "):
			t.ID = l[len("# sent_id = "):]
		case l[0] == '#':
		default:
			f := strings.Split(l, "\t")
			if len(f) < 10 {
				return nil, fmt.Errorf("read trees: line %d has %d fields", line, len(f))
			}
			if strings.Contains(f[0], ".") {
				continue
			}
			noSpace := strings.Contains(f[9], "SpaceAfter=No")
			if _, to, ok := strings.Cut(f[0], "-"); ok {
				glueTo, _ = strconv.Atoi(to)
				glue = noSpace
				continue
			}
			id, _ := strconv.Atoi(f[0])
			head, err := strconv.Atoi(f[6])
			if err != nil {
				return nil, fmt.Errorf("read trees: line %d: head %q", line, f[6])
			}
			at := b.Len()
			b.WriteString(f[1])
			t.Words = append(t.Words, Word{Span: stemma.Span{Start: at, End: b.Len()}, Lemma: f[2], UPOS: f[3], XPOS: f[4], Head: head - 1, Rel: f[7]})
			if id < glueTo {
				noSpace = true
			} else if id == glueTo {
				noSpace = glue
			}
			if !noSpace {
				b.WriteByte(' ')
			}
		}
	}
	return out, sc.Err()
}
