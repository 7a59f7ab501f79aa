package main

import "github.com/spf13/cobra"

func joinCommand() *cobra.Command {
	return correction{
		verb: "join", use: "ID|NAME ID|NAME...", short: "Say that lines are one: events or tellings, names, a figure and its event, sayings or quotes, families or articles",
		long:  "Each ID is that of a line or its beginning, six characters and more, a NAME one\nof the record's, in quotation marks if it has several words; all must be of one\nkind. A joined thing is named by\nits first member, so that the decision outlasts what is joined to it later.",
		least: 2, names: true, missing: "join takes a record and at least two ids", hint: listIDs + "; only lines of one kind can be joined",
	}.command()
}
