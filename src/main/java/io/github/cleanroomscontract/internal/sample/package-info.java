/** Realistic values of shapes, in which what the documentation ties together agrees. */
package io.github.cleanroomscontract.internal.sample;
