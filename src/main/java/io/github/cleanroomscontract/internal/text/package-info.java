/** Internal. How things are put into words, everywhere alike. */
package io.github.cleanroomscontract.internal.text;
