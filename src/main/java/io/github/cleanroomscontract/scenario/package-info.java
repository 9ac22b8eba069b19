/**
 * What a run asks that is written in files: fixtures with the identifiers of an account put in
 * place of their own, and scenarios, in which one call needs what another answered.
 */
package io.github.cleanroomscontract.scenario;
