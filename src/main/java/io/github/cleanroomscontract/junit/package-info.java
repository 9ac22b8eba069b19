/**
 * JUnit Jupiter: {@link io.github.cleanroomscontract.junit.CleanRoomsContract} on a test class, and
 * every Clean Rooms call that the code under test makes is checked against the contract; {@link
 * io.github.cleanroomscontract.junit.Payload} on a parameter; {@link
 * io.github.cleanroomscontract.junit.ContractTests} from captures. The only package that needs
 * JUnit; works with 5.13 and later, and 6.
 */
package io.github.cleanroomscontract.junit;
