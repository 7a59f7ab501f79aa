package markup

import (
	"slices"
	"strings"

	"github.com/stemma-news/stemma/internal/block"
)

// leastAgain is how many bytes of a block must stand again to be a repetition:
// a price or a name is printed more than once.
const leastAgain = 80

// once leaves out of the blocks of a text what it prints twice: the later of two
// that are the same, as a line set off in large letters, and one that a later
// begins with, as in a post whose first lines stand above the whole of it until
// a reader asks for more. What stands three times is of a list or table.
func (r *reader) once(blocks []int) []int {
	words := make([]string, len(blocks))
	times := map[string]int{}
	for k, i := range blocks {
		words[k] = strings.Trim(string(r.of(&r.blocks[i])), block.Space)
		times[words[k]]++
	}
	gone := make([]bool, len(blocks))
	later := map[string]int{} // by how it begins, the next such block
	for k := len(blocks) - 1; k >= 0; k-- {
		s := words[k]
		if len(s) < leastAgain || times[s] > 2 {
			continue
		}
		j, ok := later[s[:leastAgain]]
		switch {
		case ok && words[j] == s:
			gone[j] = true
		case ok && strings.HasPrefix(words[j], s):
			gone[k] = true
			continue
		}
		later[s[:leastAgain]] = k
	}
	k := -1
	return slices.DeleteFunc(blocks, func(int) bool { k++; return gone[k] })
}
