package main

import "github.com/spf13/cobra"

func partCommand() *cobra.Command {
	return correction{
		verb: "part", use: "ID|NAME ID|NAME...", short: "Say that lines are not one: tellings of one event, names, a figure and an event, quotes of one saying, articles",
		long:  "No two of the lines named will be joined. Name the members that are to be kept\napart: two quotes of a saying, not the saying. An\nID may be its beginning, six characters and more; a NAME is one of the record's.",
		least: 2, names: true, missing: "part takes a record and at least two ids", hint: listIDs + "; only lines of one kind can be parted",
	}.command()
}
