/**
 * All rules: those of the kit and of the published model, and those that the documentation states
 * beyond it.
 */
package io.github.cleanroomscontract.rules;
