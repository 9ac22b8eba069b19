/**
 * How much of the contract a test run exercised: recorded call by call, put together from all JVMs
 * of the run, reported, and held against a floor.
 */
package io.github.cleanroomscontract.coverage;
