/** Files that are written whole or not at all. */
package io.github.cleanroomscontract.internal.files;
