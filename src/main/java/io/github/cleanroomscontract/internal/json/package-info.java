/**
 * Internal. JSON texts: the tree, what is wrong with the text itself, and where a place of the tree
 * stands in it. Jackson is at home here; no public signature of the other packages shows it.
 */
package io.github.cleanroomscontract.internal.json;
