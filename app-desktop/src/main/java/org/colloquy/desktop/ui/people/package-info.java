/// Everybody on the server, as an owner looks after them: accounts, groups, quotas, what was used,
/// shared keys, the audit log.
@NullMarked
package org.colloquy.desktop.ui.people;

import org.jspecify.annotations.NullMarked;
