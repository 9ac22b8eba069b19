/** Internal. What the answers of the API tell of its resources, by kind and id. */
package io.github.cleanroomscontract.internal.facts;
