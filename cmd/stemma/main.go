// Command stemma draws the family tree of a news story.
package main

func main() {}
