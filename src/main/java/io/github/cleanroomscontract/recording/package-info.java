/**
 * Keeps what travelled in a run as fixtures in which nothing of the account is left: {@link
 * io.github.cleanroomscontract.recording.Recording} is the way in.
 */
package io.github.cleanroomscontract.recording;
