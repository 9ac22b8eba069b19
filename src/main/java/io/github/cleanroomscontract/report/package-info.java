/** What users and their tools read: one class a format. */
package io.github.cleanroomscontract.report;
