"""A workshop: guards that Flask code writes itself, and what only looks like one."""
