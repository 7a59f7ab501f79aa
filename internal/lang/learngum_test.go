package lang

import (
	"fmt"
	"strings"
	"testing"
)

// TestReadEntities holds what is taken for the name of a mention.
func TestReadEntities(t *testing.T) {
	// form, tag, head, relation, mentions
	const sentence = `the DT 4 det Entity=(1-person-new-x
veteran JJ 4 amod _
Mayor NNP 4 compound _
Rosa NNP 10 nsubj _
Quill NNP 4 flat _
of IN 7 case _
Dunmere NNP 4 nmod Entity=(2-place-new-x)1)
, , 4 punct _
has VBZ 10 aux _
left VBN 0 root _
the DT 12 det Entity=(3-organization-new-x-University_of_Sarvik
University NNP 10 obj MSeg=Univers-ity
of IN 14 case _
Sarvik NNP 12 nmod Entity=(4-place-new-x)3)|SpaceAfter=No
`
	var b strings.Builder
	for i, l := range strings.Split(strings.TrimSpace(sentence), "\n") {
		f := strings.Fields(l)
		fmt.Fprintf(&b, "%d\t%s\t_\t_\t%s\t_\t%s\t%s\t_\t%s\n", i+1, f[0], f[1], f[2], f[3], f[4])
	}
	b.WriteString("\n")
	trees, err := ReadEntities(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	want := []Name{{3, 5, Person}, {6, 7, Place}, {11, 14, Organisation}}
	if got := trees[0].Names; fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("names %v, not %v", got, want)
	}
	for _, bad := range []string{"Entity=", "Entity=(", "Entity=(1", "Entity=1)", "Entity=)(", "Entity=(1-place)2)(3-person", "Entity=()"} {
		if _, err := ReadEntities(strings.NewReader("1\tSarvik\t_\t_\tNNP\t_\t0\troot\t_\t" + bad + "\n\n")); err != nil {
			t.Error(err)
		}
	}
}
