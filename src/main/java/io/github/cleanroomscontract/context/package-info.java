/** What is known of the world around a call, which some documented rules need. */
package io.github.cleanroomscontract.context;
