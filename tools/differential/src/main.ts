console.error("…");
