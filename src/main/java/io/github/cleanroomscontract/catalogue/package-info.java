/**
 * The contract as data: the operations of the API, what each takes, answers and declares, and the
 * shapes of it. Read from the schema files, lazily.
 */
package io.github.cleanroomscontract.catalogue;
