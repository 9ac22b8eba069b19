/** Generated payloads as arbitraries of jqwik 1.9, which only users of this package need. */
package io.github.cleanroomscontract.jqwik;
