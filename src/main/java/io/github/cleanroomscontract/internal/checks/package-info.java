/**
 * Internal. The documented rules that need code: those that compare values of one payload, and
 * those that need facts from elsewhere. A class a group of resources; what the rules say stands
 * beside the schemas.
 */
package io.github.cleanroomscontract.internal.checks;
