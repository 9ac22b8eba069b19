/** Internal. The schema files: found on the class path, read once, when first needed. */
package io.github.cleanroomscontract.internal.schema;
