/** What each release changed in the API, derived from the dates in the schemas. */
package io.github.cleanroomscontract.changes;
