package dump

import "strings"

// leastRows is how many lines of cells make a table, nearTable how many lines
// may stand between it and the text around it.
const (
	leastRows = 3
	nearTable = 4
)

// rescueTables takes in the rows of tables that stand within the text: lines of
// cells, with text above and below them. The forests doubt numbers and names.
func (r *reader) rescueTables(in []bool) {
	for i := 0; i < len(in); {
		n := strings.Count(r.ls[i].S, "\t")
		j := i
		for j < len(in) && strings.Count(r.ls[j].S, "\t") == n {
			j++
		}
		if n > 0 && j-i >= leastRows && r.anyText(in, i-nearTable, i) && r.anyText(in, j, j+nearTable) {
			for ; i < j; i++ {
				in[i] = true
			}
		}
		i = j
	}
}

// anyText reports whether one of lines i to j is body and no cells.
func (r *reader) anyText(in []bool, i, j int) bool {
	for k := max(i, 0); k < min(j, len(in)); k++ {
		if in[k] && !strings.Contains(r.ls[k].S, "\t") {
			return true
		}
	}
	return false
}
