package locale

// Load reads a language anew.
var Load = load
